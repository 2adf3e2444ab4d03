internal import Resources
internal import YAML

/// What the API server's validation demands of a field beyond its type, and OpenAPI does not say.
enum FieldLimit: Sendable {
  /// One of these words.
  case word([String])
  case range(ClosedRange<Int>)
  case format(TextFormat)
  /// At least one entry.
  case filled

  /// Those of a type, by their fields.
  static func limits(of type: String) -> [String: FieldLimit] {
    guard let line = lines[type] else { return [:] }
    var limits: [String: FieldLimit] = [:]
    for part in line.split(separator: UInt8(ascii: " ")).dropFirst() {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      limits[String(decoding: pair[0], as: UTF8.self)] = FieldLimit(String(decoding: pair[1], as: UTF8.self))
    }
    return limits
  }

  private init(_ text: String) {
    if text == "filled" {
      self = .filled
    } else if let format = TextFormat(rawValue: text) {
      self = .format(format)
    } else if let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let end = text[dot...].dropFirst(2)
      self = .range((Int(text[..<dot]) ?? 0)...(end.isEmpty ? Int(Int32.max) : Int(end) ?? 0))
    } else {
      self = .word(text.utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) })
    }
  }
}

extension FieldLimit {
  /// A line for each type: `field=one|of|these`, `field=least..most`, `field=format`, `field=filled` (Kubernetes 1.34,
  /// `pkg/apis/*/validation`). For a list, what holds for its entries; for a map, for its keys and values.
  static let lines = SortedLines(
    """
    AppArmorProfile type=Unconfined|RuntimeDefault|Localhost
    CSIPersistentVolumeSource driver=dns-subdomain
    ClientIPConfig timeoutSeconds=1..86400
    ConfigMapVolumeSource defaultMode=0..511
    Container name=dns-label image=image imagePullPolicy=Always|IfNotPresent|Never \
    terminationMessagePolicy=File|FallbackToLogsOnError restartPolicy=Always|OnFailure|Never
    ContainerPort name=port-name containerPort=1..65535 hostPort=0..65535 protocol=TCP|UDP|SCTP
    ContainerResizePolicy resourceName=cpu|memory restartPolicy=NotRequired|RestartContainer
    CronJobSpec schedule=cron timeZone=time-zone concurrencyPolicy=Allow|Forbid|Replace \
    startingDeadlineSeconds=0.. successfulJobsHistoryLimit=0.. failedJobsHistoryLimit=0..
    CustomResourceConversion strategy=None|Webhook
    CustomResourceDefinitionSpec group=dns-subdomain scope=Cluster|Namespaced versions=filled
    DaemonSetSpec minReadySeconds=0.. revisionHistoryLimit=0..
    DaemonSetUpdateStrategy type=RollingUpdate|OnDelete
    DeploymentSpec replicas=0.. minReadySeconds=0.. revisionHistoryLimit=0.. progressDeadlineSeconds=0..
    DeploymentStrategy type=Recreate|RollingUpdate
    DownwardAPIVolumeFile mode=0..511
    DownwardAPIVolumeSource defaultMode=0..511
    EndpointPort port=0..65535 protocol=TCP|UDP|SCTP
    EnvVar name=variable
    EphemeralContainer name=dns-label image=image imagePullPolicy=Always|IfNotPresent|Never \
    terminationMessagePolicy=File|FallbackToLogsOnError
    GRPCAction port=1..65535
    HPAScalingPolicy type=Pods|Percent value=1.. periodSeconds=1..1800
    HPAScalingRules selectPolicy=Max|Min|Disabled stabilizationWindowSeconds=0..3600
    HTTPGetAction scheme=HTTP|HTTPS port=port
    HTTPIngressPath pathType=Exact|Prefix|ImplementationSpecific
    HorizontalPodAutoscalerSpec minReplicas=0.. maxReplicas=1.. targetCPUUtilizationPercentage=1..
    HostAlias ip=ip
    HostPathVolumeSource \
    type=DirectoryOrCreate|Directory|FileOrCreate|File|Socket|CharDevice|BlockDevice
    IPBlock cidr=cidr except=cidr
    JobSpec parallelism=0.. completions=0.. backoffLimit=0.. activeDeadlineSeconds=0.. \
    ttlSecondsAfterFinished=0.. completionMode=NonIndexed|Indexed \
    podReplacementPolicy=TerminatingOrFailed|Failed
    KeyToPath mode=0..511
    LabelSelector matchLabels=labels
    LabelSelectorRequirement key=label-key operator=In|NotIn|Exists|DoesNotExist values=label-value
    MetricSpec type=Object|Pods|Resource|ContainerResource|External
    MetricTarget type=Utilization|Value|AverageValue averageUtilization=1..
    MutatingWebhook name=dns-subdomain failurePolicy=Ignore|Fail matchPolicy=Exact|Equivalent \
    sideEffects=None|NoneOnDryRun reinvocationPolicy=Never|IfNeeded timeoutSeconds=1..30
    NetworkPolicyPort protocol=TCP|UDP|SCTP port=port endPort=1..65535
    NetworkPolicySpec policyTypes=Ingress|Egress
    NodeSelectorRequirement key=label-key operator=In|NotIn|Exists|DoesNotExist|Gt|Lt
    ObjectMeta namespace=dns-label labels=labels annotations=annotation-keys
    PersistentVolumeClaimSpec accessModes=ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod \
    volumeMode=Block|Filesystem
    PersistentVolumeClaimVolumeSource claimName=dns-subdomain
    PersistentVolumeSpec accessModes=ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod \
    volumeMode=Block|Filesystem persistentVolumeReclaimPolicy=Retain|Recycle|Delete
    PodAffinityTerm topologyKey=label-key
    PodDNSConfig nameservers=ip
    PodDisruptionBudgetSpec maxUnavailable=share minAvailable=share \
    unhealthyPodEvictionPolicy=IfHealthyBudget|AlwaysAllow
    PodFailurePolicyOnExitCodesRequirement operator=In|NotIn
    PodFailurePolicyRule action=FailJob|FailIndex|Ignore|Count
    PodOS name=linux|windows
    PodSecurityContext runAsUser=0.. runAsGroup=0.. fsGroup=0.. supplementalGroups=0.. \
    fsGroupChangePolicy=OnRootMismatch|Always supplementalGroupsPolicy=Merge|Strict
    PodSpec containers=filled restartPolicy=Always|OnFailure|Never hostname=dns-label subdomain=dns-label \
    dnsPolicy=ClusterFirstWithHostNet|ClusterFirst|Default|None nodeName=dns-subdomain nodeSelector=labels \
    serviceAccountName=dns-subdomain preemptionPolicy=Never|PreemptLowerPriority \
    terminationGracePeriodSeconds=0.. activeDeadlineSeconds=1..
    PolicyRule verbs=filled
    PreferredSchedulingTerm weight=1..100
    Probe failureThreshold=0.. initialDelaySeconds=0.. periodSeconds=0.. successThreshold=0.. \
    timeoutSeconds=0.. terminationGracePeriodSeconds=1..
    ProjectedVolumeSource defaultMode=0..511
    ReplicaSetSpec replicas=0.. minReadySeconds=0..
    ReplicationControllerSpec replicas=0.. minReadySeconds=0..
    ResourceRequirements limits=resource-names requests=resource-names
    RollingUpdateDaemonSet maxSurge=share maxUnavailable=share
    RollingUpdateDeployment maxSurge=share maxUnavailable=share
    RollingUpdateStatefulSetStrategy partition=0.. maxUnavailable=share
    RuleWithOperations operations=CREATE|UPDATE|DELETE|CONNECT|* scope=Cluster|Namespaced|*
    ScopedResourceSelectorRequirement operator=In|NotIn|Exists|DoesNotExist
    SeccompProfile type=Unconfined|RuntimeDefault|Localhost
    SecretVolumeSource defaultMode=0..511
    SecurityContext runAsUser=0.. runAsGroup=0.. procMount=Default|Unmasked
    ServicePort name=dns-label port=1..65535 nodePort=0..65535 protocol=TCP|UDP|SCTP targetPort=port
    ServiceSpec type=ClusterIP|NodePort|LoadBalancer|ExternalName sessionAffinity=ClientIP|None \
    externalTrafficPolicy=Cluster|Local internalTrafficPolicy=Cluster|Local selector=labels \
    ipFamilyPolicy=SingleStack|PreferDualStack|RequireDualStack ipFamilies=IPv4|IPv6 \
    clusterIP=cluster-ip clusterIPs=cluster-ip externalIPs=ip loadBalancerSourceRanges=cidr \
    trafficDistribution=PreferClose|PreferSameZone|PreferSameNode healthCheckNodePort=0..65535
    StatefulSetOrdinals start=0..
    StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted=Retain|Delete whenScaled=Retain|Delete
    StatefulSetSpec replicas=0.. minReadySeconds=0.. revisionHistoryLimit=0.. \
    podManagementPolicy=OrderedReady|Parallel
    StatefulSetUpdateStrategy type=RollingUpdate|OnDelete
    Subject kind=User|Group|ServiceAccount
    TCPSocketAction port=port
    Taint key=label-key effect=NoSchedule|PreferNoSchedule|NoExecute
    Toleration operator=Exists|Equal|Lt|Gt effect=NoSchedule|PreferNoSchedule|NoExecute
    TopologySpreadConstraint maxSkew=1.. minDomains=1.. topologyKey=label-key \
    whenUnsatisfiable=DoNotSchedule|ScheduleAnyway nodeAffinityPolicy=Honor|Ignore \
    nodeTaintsPolicy=Honor|Ignore
    ValidatingWebhook name=dns-subdomain failurePolicy=Ignore|Fail matchPolicy=Exact|Equivalent \
    sideEffects=None|NoneOnDryRun timeoutSeconds=1..30
    Volume name=dns-label
    VolumeMount mountPropagation=None|HostToContainer|Bidirectional \
    recursiveReadOnly=Disabled|IfPossible|Enabled
    WeightedPodAffinityTerm weight=1..100
    discovery.k8s.io/v1/EndpointSlice addressType=IPv4|IPv6|FQDN
    storage.k8s.io/v1/StorageClass reclaimPolicy=Retain|Delete|Recycle \
    volumeBindingMode=Immediate|WaitForFirstConsumer
    v1/ConfigMap data=config-keys binaryData=config-keys
    v1/Secret data=config-keys stringData=config-keys
    """)
}

/// Fields of a type of which one is set, and no other.
struct FieldChoice: Sendable {
  let fields: [String]
  /// Whether none can be set as well.
  let isOptional: Bool

  /// - Returns: `nil` for a type of which any fields can be set.
  init?(of type: String) {
    guard let line = Self.lines[type] else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
    fields = Array(words[2...])
    isOptional = words[1] == "0..1"
  }

  /// A line for each type: how many of the fields that follow are set.
  static let lines = SortedLines(
    """
    EnvFromSource 1 configMapRef secretRef
    EnvVar 0..1 value valueFrom
    EnvVarSource 1 configMapKeyRef fieldRef fileKeyRef resourceFieldRef secretKeyRef
    IngressBackend 1 resource service
    LifecycleHandler 1 exec httpGet sleep tcpSocket
    PodDisruptionBudgetSpec 0..1 maxUnavailable minAvailable
    Probe 1 exec grpc httpGet tcpSocket
    ServiceBackendPort 1 name number
    Volume 0..1 awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir \
    ephemeral fc flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi nfs \
    persistentVolumeClaim photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos \
    vsphereVolume
    VolumeProjection 1 clusterTrustBundle configMap downwardAPI podCertificate secret serviceAccountToken
    """)
}
