package import Diagnostics
package import YAML
package import Resources
package struct InstanceTable: Sendable { package var node: Node }
package struct Expansion {
  package struct Options { package init(initialRollout: Bool) {} }
  package init(report: Report, files: SourceFiles, options: Options) {}
  package func expand(_ set: inout ResourceSet) {}
  package func instances(of set: ResourceSet) -> [InstanceTable] { [] }
}
