extension CommandOption {
  /// The range that the option sets; nil for every other option.
  var threshold: (figure: PluginFigure, level: PluginThresholds.Level)? {
    switch self {
    case .warning: return (.spfLookups, .warning)
    case .critical: return (.spfLookups, .critical)
    default: break
    }
    for level in PluginThresholds.Level.allCases where rawValue.hasPrefix(level.rawValue + "-") {
      let name = String(rawValue.dropFirst(level.rawValue.count + 1))
      return PluginFigure(rawValue: name).map { ($0, level) }
    }
    return nil
  }
}
