import Glibc

/// The files that a run would lose: written twice, or read and overwritten.
enum OutputClash {
  /// Throws where two of `outputs` are one file, or one of them is among `inputs`, however the paths are spelt. Nil is
  /// standard output. Files that are not there or can't be reached are left to those who open them.
  static func refuse(
    _ outputs: [String?], reading inputs: [String], standardInput: Bool = false
  ) throws(ProgramError) {
    var read = Set(inputs.compactMap(FileTarget.identity(of:)))
    if standardInput, let identity = FileTarget.identity(of: STDIN_FILENO) { read.insert(identity) }
    var taken: Set<FileTarget.Identity> = []
    for output in outputs {
      let place = output.map(FileTarget.identity(of:)) ?? FileTarget.identity(of: STDOUT_FILENO)
      guard let place else { continue }
      if let output, read.contains(place) { throw .outputIsInput(path: output) }
      guard taken.insert(place).inserted else { throw .usage(.outputTakenTwice(output)) }
    }
  }
}

extension ReportOptions {
  /// The same for the outputs of a report.
  func refuseClashes(reading inputs: [String], standardInput: Bool = false) throws(ProgramError) {
    try OutputClash.refuse(documents.map(\.file), reading: inputs, standardInput: standardInput)
  }
}
