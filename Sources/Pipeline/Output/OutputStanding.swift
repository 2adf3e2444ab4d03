internal import Machine
internal import Resources
internal import YAML

extension OutputDirectory {
  /// How what is at a file's place stands to what is rendered.
  enum Standing {
    case same
    /// It is rendered, and not there.
    case missing
    /// As zonal wrote it, and rendered otherwise by now.
    case outdated
    /// As zonal wrote it, and rendered no more.
    case leftOver
    case edited
    /// Where a file is to be written, there is something that zonal did not write.
    case foreign
    /// A directory is there, which nobody's file replaces.
    case obstructed

    /// Nothing but a file that can be read can be zonal's: no symbolic link, wherever it leads.
    ///
    /// - Parameter rendered: what is rendered to it; `nil` when nothing is.
    init(of name: String, _ rendered: ManifestFile?, in directory: HeldDirectory?, _ index: OutputIndex) {
      guard let directory, let kind = directory.kind(of: name) else {
        self = .missing
        return
      }
      let there = kind == .file ? directory.hash(of: name, rendered) : nil
      if kind == .directory {
        self = .obstructed
      } else if let there, there == rendered?.hash {
        self = .same
      } else if index.hashes[name] == nil {
        self = .foreign
      } else {
        let isOurs = there.map { index.holds(name, $0) } ?? false
        self = !isOurs ? .edited : rendered == nil ? .leftOver : .outdated
      }
    }
  }

  /// Every file that is not as it is rendered, in the order of rendering.
  ///
  /// - Parameter directory: `nil` when there is none.
  static func standings(
    of rendered: [ManifestFile], in directory: HeldDirectory?, _ index: OutputIndex
  ) -> [(name: String, standing: Standing)] {
    let wanted = rendered.map { file in
      (file.name, Standing(of: file.name, file, in: directory, index))
    }
    let others = index.names(without: rendered).map { ($0, Standing(of: $0, nil, in: directory, index)) }
    return wanted.filter { $0.1 != .same } + others.filter { $0.1 != .missing && $0.1 != .obstructed }
  }
}

extension HeldDirectory {
  /// - Returns: `nil` when it can't be read, or is larger than anything that comes from a build.
  fileprivate func hash(of name: String, _ rendered: ManifestFile?) -> String? {
    let limit = max(rendered?.content.count ?? 0, FileSystem.usualLimit)
    return (try? read(name, limit: limit).get()).map(ContentHash.sha256Hex)
  }
}

extension OutputIndex {
  /// The files that were written once and are rendered no more.
  func names(without rendered: [ManifestFile]) -> [String] {
    let rendered = Set(texts: rendered.map(\.name))
    return names.filter { !rendered.contains($0) }
  }
}
