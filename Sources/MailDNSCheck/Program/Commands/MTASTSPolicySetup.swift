/// Where MTA-STS policies come from in a run: the file that the user names, the web, or nowhere.
struct MTASTSPolicySetup {
  /// Path; nil where none is given.
  var file: String?
  let isFetched: Bool
  var allowsPrivate = false
  let deadline: Instant?

  func source() throws(ProgramError) -> any MTASTSPolicySource {
    if let path = file {
      do throws(Errno) {
        return GivenMTASTSPolicy(octets: try FileReader.contents(of: path, atMost: MTASTSPolicy.maximumSize))
      } catch {
        throw .input(path: path, error)
      }
    }
    guard isFetched else { return OfflineMTASTSPolicies() }
    do throws(Errno) {
      return try WebMTASTSPolicies(deadline: deadline, allowsPrivate: allowsPrivate)
    } catch {
      throw .resources(error)
    }
  }
}
