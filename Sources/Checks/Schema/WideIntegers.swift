/// Integers of 64 bits: the published schemas call them as those of 32 bits, which are the rule.
enum WideIntegers {
  static let names: Set<String> = [
    "activeDeadlineSeconds", "allocatedDeviceCount", "count", "deletionGracePeriodSeconds",
    "expirationSeconds",
    "fsGroup", "generation", "gracePeriodSeconds", "int", "maxItems", "maxLength", "maxProperties",
    "minItems",
    "minLength", "minProperties", "observedGeneration", "remainingItemCount", "resourceSliceCount",
    "revision",
    "runAsGroup", "runAsUser", "seconds", "sizeBytes", "startingDeadlineSeconds", "supplementalGroups",
    "terminationGracePeriodSeconds", "tolerationSeconds",
  ]
}
