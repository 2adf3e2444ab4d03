/// A zone as the Topology is to declare it.
struct AdoptedZone {
  var name: String
  var nodeLabelValue: String
  var index = 0
}
