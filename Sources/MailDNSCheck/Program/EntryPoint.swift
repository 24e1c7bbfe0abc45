@main
enum EntryPoint {
  /// Not asynchronous itself: the main thread waits for signals, which the runtime would otherwise take for itself.
  static func main() {
    Termination.prepare()
    let arguments = CommandLine.arguments
    let program = Program(arguments: Array(arguments.dropFirst()), name: arguments.first)
    if let error = Termination.lackOfDescriptors { Termination.exit(program.refuse(error)) }
    Task.detached { Termination.exit(await program.run()) }
    Termination.waitForSignal()
  }
}
