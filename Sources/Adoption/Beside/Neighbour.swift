internal import Resources

/// An object beside the workloads, by its place among those that were read.
struct Neighbour {
  let place: Int
  let resource: Resource
}
