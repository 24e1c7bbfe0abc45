import CResolv

@main
enum EntryPoint {
  /// Not asynchronous itself: the main thread waits for signals, which the runtime would otherwise take for itself.
  static func main() {
    Termination.prepare()
    let arguments = arguments
    let program = Program(arguments: Array(arguments.dropFirst()), name: arguments.first)
    // An option in front asks for help, mostly; all else needs the catalogue, and takes a while to be read itself.
    if arguments.count > 1, !arguments[1].hasPrefix("-") { ProviderCatalogue.beginMaking() }
    if let error = Termination.lackOfDescriptors { Termination.exit(program.refuse(error)) }
    do throws(Errno) {
      let workers = try WorkerThreads()
      Task.detached(executorPreference: workers) { Termination.exit(await program.run()) }
    } catch {
      Termination.exit(program.refuse(error))
    }
    Termination.waitForSignal()
  }

  /// The program's name and what follows it. `CommandLine` has nothing where /proc is not mounted.
  private static var arguments: [String] {
    var count: Int32 = 0
    let values = cresolv_arguments(&count)
    return (0..<Int(count)).compactMap { index in values?[index].map { String(cString: $0) } }
  }
}
