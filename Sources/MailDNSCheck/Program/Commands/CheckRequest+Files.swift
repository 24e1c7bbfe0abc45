extension CheckRequest {
  /// Every file that the check reads, but for the one to go on with, which is an output.
  var files: [String] {
    [inputPath, policyFile, mtaSTSPolicyFile, sinceFile].compactMap(\.self) + exchangeFiles
      + query.zoneFilePaths
      + CatalogueSetup(files: providerFiles).paths
  }
}
