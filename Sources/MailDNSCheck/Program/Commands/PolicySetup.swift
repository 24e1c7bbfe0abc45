extension Policy {
  /// The policy in the file at `path`; nil where there is no path.
  static func read(_ path: String?, in catalogue: ProviderCatalogue) throws(ProgramError) -> Policy? {
    guard let path else { return nil }
    let octets: [UInt8]
    do { octets = try FileReader.contents(of: path, atMost: PolicyFile.maximumSize) } catch {
      throw .input(path: path, error)
    }
    do { return try PolicyFile.read(name: path, octets: octets, in: catalogue) } catch {
      throw .settings(error)
    }
  }
}
