import Diagnostics
import Resources
import YAML

/// Objects of the user's own, made for the group, for each zone and for each instance.
enum OwnObjects {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    let objects = plan.spec.objects
    let names = OwnNames(plan)
    var products = objects.perGroup.map { object in
      product(object, plan, labels: plan.labels.ofGroup, plan.placeholders(report)) {
        names.ofGroup(object, $0)
      }
    }
    for workload in plan.workloads where !objects.perZone.isEmpty {
      let placeholders = plan.placeholders(workload, report)
      products += objects.perZone.map { object in
        var product = product(object, plan, labels: plan.labels.ofWorkload(workload), placeholders) {
          names.ofZone(object, workload, $0)
        }
        product.zone = workload.zone?.name
        return product
      }
    }
    guard !objects.perInstance.isEmpty, plan.hasInstances else { return products }
    for workload in plan.workloads {
      for row in plan.rows(of: workload) {
        let placeholders = plan.placeholders(row, workload, report)
        var labels = plan.labels.ofWorkload(workload)
        labels[plan.labels.podOrdinal] = .string(String(row.ordinal))
        products += objects.perInstance.map { object in
          var product = product(object, plan, labels: labels, placeholders) {
            names.ofInstance(object, row, workload, $0)
          }
          product.zone = workload.zone?.name
          product.ordinal = row.ordinal
          return product
        }
      }
    }
    return products
  }

  /// - Parameter name: what the object is called under the group's present names, or under earlier ones by their place.
  private static func product(
    _ object: Node, _ plan: GroupPlan, labels: Mapping, _ placeholders: Placeholders,
    named name: (Int?) -> String
  ) -> Product {
    var object = object
    placeholders.replace(in: &object)
    let position = object.at("metadata", "name")?.position ?? plan.position
    _ = object.changeMapping { $0.change("metadata") { $0["name"] = .string(name(nil), at: position) } }
    plan.adopt(&object, labels: labels, placeholders)
    var product = Product(object, plan)
    product.resource.earlier = plan.earlierNames.indices.map { place in
      ResourceID(gvk: product.resource.gvk, name: name(place), namespace: plan.earlierNames[place].namespace)
    }
    return product
  }
}

/// The names of such objects, under the names that the group has and had.
///
/// A name that is made of the group's has the group's prefix already; one that is written out gets it as the group did.
private struct OwnNames {
  let plan: GroupPlan

  init(_ plan: GroupPlan) { self.plan = plan }

  func ofGroup(_ object: Node, _ place: Int?) -> String {
    name(object, .group, place, .init(group: names(place).group))
  }

  func ofZone(_ object: Node, _ workload: Workload, _ place: Int?) -> String {
    name(object, .zone, place, of(workload, place))
  }

  func ofInstance(
    _ object: Node, _ row: InstanceTable.Instance, _ workload: Workload, _ place: Int?
  ) -> String {
    var values = of(workload, place)
    let names = place.map { workload.earlierNames[$0] } ?? workload.names
    let address = plan.hasInstanceServices ? names.instanceService(row.ordinal) : row.address
    values.instance = ("\(names.statefulSet)-\(row.ordinal)", address, row)
    return name(object, .instance, place, values)
  }

  private func of(_ workload: Workload, _ place: Int?) -> Placeholders.Names {
    let name = place.map { workload.earlierNames[$0].statefulSet } ?? workload.name
    return .init(group: names(place).group, workload: workload, workloadName: name)
  }

  private func names(_ place: Int?) -> GroupNames { place.map { plan.earlierNames[$0] } ?? plan.names }

  private func name(
    _ object: Node, _ subject: Placeholders.Subject, _ place: Int?, _ values: Placeholders.Names
  ) -> String {
    let written = object.at("metadata", "name")?.text ?? ""
    // Mistakes in it are reported with those of the rest of the object.
    let name = Placeholders(subject, values, plan.lists, Report()).replaced(Located(written, .none))
    let isDerived = PlaceholderText(written).names.contains(where: Self.derived.contains)
    return isDerived ? name : names(place).written(name)
  }

  private static let derived = [
    "group.name", "workload.name", "workload.previous", "instance.name", "instance.address",
  ]
}
