@main
enum EntryPoint {
  /// Not asynchronous itself: the main thread waits for signals, which the runtime would otherwise take for itself.
  static func main() {
    Termination.prepare()
    Task.detached {
      let arguments = CommandLine.arguments
      let status = await Program(arguments: Array(arguments.dropFirst()), name: arguments.first).run()
      Termination.exit(status)
    }
    Termination.waitForSignal()
  }
}
