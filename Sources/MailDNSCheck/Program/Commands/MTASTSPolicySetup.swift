/// Where MTA-STS policies come from in a run: the file that the user names, the web, or nowhere.
struct MTASTSPolicySetup {
  let request: CheckRequest
  let deadline: ContinuousClock.Instant?

  func source() throws(ProgramError) -> any MTASTSPolicySource {
    if let path = request.mtaSTSPolicyFile {
      do throws(Errno) {
        return GivenMTASTSPolicy(octets: try FileReader.contents(of: path, atMost: MTASTSPolicy.maximumSize))
      } catch {
        throw .input(path: path, error)
      }
    }
    guard request.area == .tls, !request.query.offline else { return OfflineMTASTSPolicies() }
    do throws(Errno) {
      return try WebMTASTSPolicies(deadline: deadline, allowsPrivate: request.allowsPrivate)
    } catch {
      throw .resources(error)
    }
  }
}
