package import Diagnostics
package import YAML

/// Which Services of a set have which node ports: the server gives each once in the whole cluster, whatever the protocol.
package struct NodePortOwners {
  /// Of the message about a port that two have.
  package static let id = "node-port-taken"

  /// A port that another Service has.
  package struct Taken {
    package let number: Int
    package let position: Position
    package let first: Position
    fileprivate let names: (first: String, second: String)

    package var summary: String {
      "the Services \"\(names.first)\" and \"\(names.second)\" have the node port \(number)"
    }
    package static let note = "it is given here already"
    package static let hint = "give one of them another node port, or another nodePortBase"
  }

  private var owners: [Int: (name: String, position: Position)] = [:]
  /// One message is enough for two groups.
  private var reported: Set<[Position]> = []

  package init() {}

  package mutating func taken(by service: Node) -> [Taken] {
    let name = service.at("metadata", "name")?.text ?? ""
    var own: Set<Int> = []
    var found: [Taken] = []
    for port in service.at("spec", "ports")?.items ?? [] {
      guard let node = port["nodePort"], let number = node.text.flatMap({ Int($0) }), number != 0,
        own.insert(number).inserted
      else { continue }
      guard let first = owners[number] else {
        owners[number] = (name, node.position)
        continue
      }
      guard reported.insert([first.position, node.position]).inserted else { continue }
      found.append(
        Taken(number: number, position: node.position, first: first.position, names: (first.name, name)))
    }
    return found
  }
}
