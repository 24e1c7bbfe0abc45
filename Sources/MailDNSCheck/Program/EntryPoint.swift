@main
enum EntryPoint {
  static func main() async {
    Termination.prepare()
    let status = await Program(arguments: Array(CommandLine.arguments.dropFirst())).run()
    Termination.exit(status)
  }
}
