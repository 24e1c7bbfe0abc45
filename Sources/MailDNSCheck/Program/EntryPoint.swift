@main
enum EntryPoint {
  /// Not asynchronous itself: the main thread waits for signals, which the runtime would otherwise take for itself.
  static func main() {
    Termination.prepare()
    Task.detached {
      let status = await Program(arguments: Array(CommandLine.arguments.dropFirst())).run()
      Termination.exit(status)
    }
    Termination.waitForSignal()
  }
}
