import Glibc

/// Makes the provider catalogue in force: the built-in one, under the user's own file, under those of `--providers`.
struct CatalogueSetup {
  /// Paths of the files, in the order given.
  let files: [String]
  var environment = Program.environment

  /// Every file that the catalogue may be made of.
  var paths: [String] { [standardPath].compactMap(\.self) + files }

  func catalogue() throws(ProgramError) -> ProviderCatalogue {
    var found: [ProviderFile] = []
    if let path = standardPath, let octets = try standardContents(of: path) {
      found.append(try Self.file(path, octets))
    }
    for path in files {
      let octets: [UInt8]
      do { octets = try FileReader.contents(of: path, atMost: ProviderFile.maximumSize) } catch {
        throw .input(path: path, error)
      }
      found.append(try Self.file(path, octets))
    }
    guard !found.isEmpty else { return .builtIn }
    var overlay = ProviderOverlay()
    for file in found {
      do { try overlay.apply(file) } catch { throw .settings(error) }
    }
    do { return try overlay.catalogue() } catch { throw .catalogue(error) }
  }

  private static func file(_ path: String, _ octets: [UInt8]) throws(ProgramError) -> ProviderFile {
    do { return try ProviderFile(name: path, octets: octets) } catch { throw .settings(error) }
  }

  /// Where the user's own file is (XDG Base Directory Specification); relative paths count for nothing there.
  private var standardPath: String? {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let directory = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map { $0 + "/.config" }
    return directory.map { $0 + "/maildnscheck/providers.json" }
  }

  /// Nil where there is no such file, or it lies in a directory that is not for us to look into, as where another user's
  /// environment was inherited.
  private func standardContents(of path: String) throws(ProgramError) -> [UInt8]? {
    do { return try FileReader.contents(of: path, atMost: ProviderFile.maximumSize) } catch {
      if [ENOENT, ENOTDIR].contains(error.code) { return nil }
      if error.code == EACCES, access(path, F_OK) != 0 { return nil }
      throw .input(path: path, error)
    }
  }
}

extension ProviderCatalogue {
  /// Makes the built-in one beside whatever else is done first.
  static func beginMaking() { try? detachThread { _ = builtIn } }
}
