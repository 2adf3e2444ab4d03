// Made by Scripts/generate-kubernetes-types.py from the API of Kubernetes 1.28 to 1.37.

extension KubernetesTypes {
  /// A line for each type: `field:Type`, a string where no type is named; `!` marks what is required, `+34` what
  /// there is from 1.34 on, `-30` up to 1.30. A kind's line starts with its API version.
  static let table =
    """
    APIServiceCondition lastTransitionTime:time message reason status! type!
    APIServiceSpec caBundle:bytes group groupPriorityMinimum!:int insecureSkipTLSVerify:bool \
      service:apiregistration.v1.ServiceReference version versionPriority!:int
    APIServiceStatus conditions:[]APIServiceCondition
    AWSElasticBlockStoreVolumeSource fsType partition:int readOnly:bool volumeID!
    Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
    AggregationRule clusterRoleSelectors:[]LabelSelector
    AppArmorProfile localhostProfile+30 type!+30
    AttachedVolume devicePath! name!
    AzureDiskVolumeSource cachingMode diskName! diskURI! fsType kind readOnly:bool
    AzureFilePersistentVolumeSource readOnly:bool secretName! secretNamespace shareName!
    AzureFileVolumeSource readOnly:bool secretName! shareName!
    CSIDriverSpec attachRequired:bool fsGroupPolicy nodeAllocatableUpdatePeriodSeconds+33:int \
      podInfoOnMount:bool preventPodSchedulingIfMissing+36:bool requiresRepublish:bool seLinuxMount:bool \
      serviceAccountTokenInSecrets+35:bool storageCapacity:bool tokenRequests:[]TokenRequest \
      volumeLifecycleModes:[]
    CSINodeDriver allocatable:VolumeNodeResources name! nodeID! topologyKeys:[]
    CSINodeSpec drivers!:[]CSINodeDriver
    CSINodeStatus storageHealth+37:[]StorageHealth
    CSIPersistentVolumeSource controllerExpandSecretRef:SecretReference \
      controllerPublishSecretRef:SecretReference driver! fsType nodeExpandSecretRef:SecretReference \
      nodePublishSecretRef:SecretReference nodeStageSecretRef:SecretReference readOnly:bool \
      volumeAttributes:map: volumeHandle!
    CSIVolumeSource driver! fsType nodePublishSecretRef:LocalObjectReference readOnly:bool \
      volumeAttributes:map:
    Capabilities add:[] drop:[]
    CephFSPersistentVolumeSource monitors!:[] path readOnly:bool secretFile secretRef:SecretReference user
    CephFSVolumeSource monitors!:[] path readOnly:bool secretFile secretRef:LocalObjectReference user
    CertificateSigningRequestCondition lastTransitionTime:time lastUpdateTime:time message reason status! \
      type!
    CertificateSigningRequestSpec expirationSeconds:int extra:map:[] groups:[] request!:bytes signerName! \
      uid usages:[] username
    CertificateSigningRequestStatus certificate:bytes conditions:[]CertificateSigningRequestCondition
    CinderPersistentVolumeSource fsType readOnly:bool secretRef:SecretReference volumeID!
    CinderVolumeSource fsType readOnly:bool secretRef:LocalObjectReference volumeID!
    ClaimSource resourceClaimName-30 resourceClaimTemplateName-30
    ClientIPConfig timeoutSeconds:int
    ClusterCIDRSpec ipv4-28 ipv6-28 nodeSelector-28:NodeSelector perNodeHostBits!-28:int
    ClusterTrustBundleProjection labelSelector+29:LabelSelector name+29 optional+29:bool path!+29 \
      signerName+29 user+37:int
    ComponentCondition error message status! type!
    CompositePodGroupSpec disruptionMode+37:v1alpha3.CompositeDisruptionMode parentCompositePodGroupName+37 \
      preemptionPolicy+37 priority+37:int priorityClassName+37 \
      schedulingConstraints+37:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy!+37:v1alpha3.CompositePodGroupSchedulingPolicy \
      workloadRef!+37:v1alpha3.WorkloadReference
    CompositePodGroupStatus conditions+37:[]Condition
    Condition lastTransitionTime!:time message! observedGeneration:int reason! status! type!
    ConfigMapEnvSource name optional:bool
    ConfigMapKeySelector key! name optional:bool
    ConfigMapNodeConfigSource kubeletConfigKey! name! namespace! resourceVersion uid
    ConfigMapProjection items:[]KeyToPath name optional:bool
    ConfigMapVolumeSource defaultMode:int defaultUser+37:int items:[]KeyToPath name optional:bool
    Container args:[] command:[] env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy \
      lifecycle:Lifecycle livenessProbe:Probe name! ports:[]ContainerPort readinessProbe:Probe \
      resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy \
      restartPolicyRules+34:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe \
      stdin:bool stdinOnce:bool terminationMessagePath terminationMessagePolicy tty:bool \
      volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
    ContainerExtendedResourceRequest containerName!+34 requestName!+34 resourceName!+34
    ContainerImage names:[] sizeBytes:int
    ContainerPort containerPort!:int hostIP hostPort:int name protocol
    ContainerResizePolicy resourceName! restartPolicy!
    ContainerResourceMetricSource container! name! target!:MetricTarget
    ContainerResourceMetricStatus container! current!:MetricValueStatus name!
    ContainerRestartRule action!+34 exitCodes+34:ContainerRestartRuleOnExitCodes
    ContainerRestartRuleOnExitCodes operator!+34 values+34:[]int
    ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated \
      waiting:ContainerStateWaiting
    ContainerStateRunning startedAt:time
    ContainerStateTerminated containerID exitCode!:int finishedAt:time message reason signal:int \
      startedAt:time
    ContainerStateWaiting message reason
    ContainerStatus allocatedResources:map:quantity allocatedResourcesStatus+31:[]ResourceStatus containerID \
      image! imageID! lastState:ContainerState name! ready!:bool resources:ResourceRequirements \
      restartCount!:int started:bool state:ContainerState stopSignal+33 user+31:ContainerUser \
      volumeMounts+30:[]VolumeMountStatus
    ContainerUser linux+31:LinuxContainerUser
    CronJobSpec concurrencyPolicy failedJobsHistoryLimit:int jobTemplate!:JobTemplateSpec schedule! \
      startingDeadlineSeconds:int successfulJobsHistoryLimit:int suspend:bool timeZone
    CronJobStatus active:[]ObjectReference lastScheduleTime:time lastSuccessfulTime:time
    CustomResourceColumnDefinition description format jsonPath! name! priority:int type!
    CustomResourceConversion strategy! webhook:WebhookConversion
    CustomResourceDefinitionCondition lastTransitionTime:time message observedGeneration+35:int reason \
      status! type!
    CustomResourceDefinitionNames categories:[] kind! listKind plural! shortNames:[] singular
    CustomResourceDefinitionSpec conversion:CustomResourceConversion group! \
      names!:CustomResourceDefinitionNames preserveUnknownFields:bool scope! \
      versions!:[]CustomResourceDefinitionVersion
    CustomResourceDefinitionStatus acceptedNames:CustomResourceDefinitionNames \
      conditions:[]CustomResourceDefinitionCondition observedGeneration+35:int storedVersions:[]
    CustomResourceDefinitionVersion additionalPrinterColumns:[]CustomResourceColumnDefinition \
      deprecated:bool deprecationWarning name! schema:CustomResourceValidation \
      selectableFields+30:[]SelectableField served!:bool storage!:bool \
      subresources:CustomResourceSubresources
    CustomResourceSubresourceScale labelSelectorPath specReplicasPath! statusReplicasPath!
    CustomResourceSubresources scale:CustomResourceSubresourceScale status:any
    CustomResourceValidation openAPIV3Schema:JSONSchemaProps
    DaemonEndpoint Port!:int
    DaemonSetCondition lastTransitionTime:time message reason status! type!
    DaemonSetSpec minReadySeconds:int revisionHistoryLimit:int selector!:LabelSelector \
      template!:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
    DaemonSetStatus collisionCount:int conditions:[]DaemonSetCondition currentNumberScheduled!:int \
      desiredNumberScheduled!:int numberAvailable:int numberMisscheduled!:int numberReady!:int \
      numberUnavailable:int observedGeneration:int updatedNumberScheduled:int
    DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type
    DeploymentCondition lastTransitionTime:time lastUpdateTime:time message reason status! type!
    DeploymentSpec minReadySeconds:int paused:bool progressDeadlineSeconds:int replicas:int \
      revisionHistoryLimit:int selector!:LabelSelector strategy:DeploymentStrategy template!:PodTemplateSpec
    DeploymentStatus availableReplicas:int collisionCount:int conditions:[]DeploymentCondition \
      observedGeneration:int readyReplicas:int replicas:int terminatingReplicas+33:int \
      unavailableReplicas:int updatedReplicas:int
    DeploymentStrategy rollingUpdate:RollingUpdateDeployment type
    DownwardAPIProjection items:[]DownwardAPIVolumeFile
    DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:int path! resourceFieldRef:ResourceFieldSelector \
      user+37:int
    DownwardAPIVolumeSource defaultMode:int defaultUser+37:int items:[]DownwardAPIVolumeFile
    DriverAllocationResult namedResources+30-30:NamedResourcesAllocationResult \
      vendorRequestParameters+30-30:any
    DriverRequests driverName+30-30 requests+30-30:[]ResourceRequest vendorParameters+30-30:any
    EmptyDirVolumeSource medium mode+37:int sizeLimit:quantity
    Endpoint addresses!:[] conditions:EndpointConditions deprecatedTopology:map: hints:EndpointHints \
      hostname nodeName targetRef:ObjectReference zone
    EndpointAddress hostname ip! nodeName targetRef:ObjectReference
    EndpointConditions ready:bool serving:bool terminating:bool
    EndpointHints forNodes+33:[]ForNode forZones:[]ForZone
    EndpointSubset addresses:[]EndpointAddress notReadyAddresses:[]EndpointAddress \
      ports:[]core.v1.EndpointPort
    EnvFromSource configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource
    EnvVar name! value valueFrom:EnvVarSource
    EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector \
      fileKeyRef+34:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
    EphemeralContainer args:[] command:[] env:[]EnvVar envFrom:[]EnvFromSource image imagePullPolicy \
      lifecycle:Lifecycle livenessProbe:Probe name! ports:[]ContainerPort readinessProbe:Probe \
      resizePolicy:[]ContainerResizePolicy resources:ResourceRequirements restartPolicy \
      restartPolicyRules+34:[]ContainerRestartRule securityContext:SecurityContext startupProbe:Probe \
      stdin:bool stdinOnce:bool targetContainerName terminationMessagePath terminationMessagePolicy tty:bool \
      volumeDevices:[]VolumeDevice volumeMounts:[]VolumeMount workingDir
    EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
    EventSource component host
    EvictionRequestPodReference name!+37 uid!+37
    EvictionRequestSpec intent!+37 requester!+37 target!+37:EvictionRequestTarget
    EvictionRequestStatus conditions+37:[]Condition observedGeneration+37:int
    EvictionRequestTarget pod+37:EvictionRequestPodReference
    EvictionResponder name!+37 priority!+37:int
    ExecAction command:[]
    ExternalDocumentation description url
    ExternalMetricSource metric!:MetricIdentifier target!:MetricTarget
    ExternalMetricStatus current!:MetricValueStatus metric!:MetricIdentifier
    FCVolumeSource fsType lun:int readOnly:bool targetWWNs:[] wwids:[]
    FieldSelectorAttributes rawSelector+31 requirements+31:[]FieldSelectorRequirement
    FieldSelectorRequirement key!+31 operator!+31 values+31:[]
    FileKeySelector key!+34 optional+34:bool path!+34 volumeName!+34
    FlexPersistentVolumeSource driver! fsType options:map: readOnly:bool secretRef:SecretReference
    FlexVolumeSource driver! fsType options:map: readOnly:bool secretRef:LocalObjectReference
    FlockerVolumeSource datasetName datasetUUID
    ForNode name!+33
    ForZone name!
    GCEPersistentDiskVolumeSource fsType partition:int pdName! readOnly:bool
    GRPCAction mode+37 port!:int service
    GitRepoVolumeSource directory repository! revision
    GlusterfsPersistentVolumeSource endpoints! endpointsNamespace path! readOnly:bool
    GlusterfsVolumeSource endpoints! path! readOnly:bool
    GroupResource group!+35 resource!+35
    GroupVersionResource group+30-34 resource+30-34 version+30-34
    HPAScalingPolicy periodSeconds!:int type! value!:int
    HPAScalingRules policies:[]HPAScalingPolicy selectPolicy stabilizationWindowSeconds:int \
      tolerance+33:quantity
    HTTPGetAction host httpHeaders:[]HTTPHeader path port!:intOrString protocol+37 scheme
    HTTPHeader name! value!
    HTTPIngressPath backend!:IngressBackend path pathType!
    HTTPIngressRuleValue paths!:[]HTTPIngressPath
    HorizontalPodAutoscalerBehavior scaleDown:HPAScalingRules scaleUp:HPAScalingRules
    HorizontalPodAutoscalerCondition lastTransitionTime:time message observedGeneration+37:int reason \
      status! type!
    HostAlias hostnames:[] ip!
    HostIP ip!
    HostPathVolumeSource path! type
    IPBlock cidr! except:[]
    ISCSIPersistentVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn! \
      iscsiInterface lun!:int portals:[] readOnly:bool secretRef:SecretReference targetPortal!
    ISCSIVolumeSource chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn! iscsiInterface \
      lun!:int portals:[] readOnly:bool secretRef:LocalObjectReference targetPortal!
    ImageVolumeSource pullPolicy+31 reference+31
    ImageVolumeStatus imageRef!+36
    IngressBackend resource:v1.TypedLocalObjectReference service:IngressServiceBackend
    IngressClassParametersReference apiGroup kind! name! namespace scope
    IngressClassSpec controller parameters:IngressClassParametersReference
    IngressLoadBalancerIngress hostname ip ports:[]IngressPortStatus
    IngressLoadBalancerStatus ingress:[]IngressLoadBalancerIngress
    IngressPortStatus error port!:int protocol!
    IngressRule host http:HTTPIngressRuleValue
    IngressServiceBackend name! port:ServiceBackendPort
    IngressSpec defaultBackend:IngressBackend ingressClassName rules:[]IngressRule tls:[]IngressTLS
    IngressStatus loadBalancer:IngressLoadBalancerStatus
    IngressTLS hosts:[] secretName
    JSONSchemaProps $ref $schema additionalItems:any additionalProperties:any allOf:[]JSONSchemaProps \
      anyOf:[]JSONSchemaProps default:any definitions:map:JSONSchemaProps dependencies:map:any description \
      enum:[]any example:any exclusiveMaximum:bool exclusiveMinimum:bool externalDocs:ExternalDocumentation \
      format id items:any maxItems:int maxLength:int maxProperties:int maximum:number minItems:int \
      minLength:int minProperties:int minimum:number multipleOf:number not:JSONSchemaProps nullable:bool \
      oneOf:[]JSONSchemaProps pattern patternProperties:map:JSONSchemaProps properties:map:JSONSchemaProps \
      required:[] title type uniqueItems:bool x-kubernetes-embedded-resource:bool \
      x-kubernetes-int-or-string:bool x-kubernetes-list-map-keys:[] x-kubernetes-list-type \
      x-kubernetes-map-type x-kubernetes-preserve-unknown-fields:bool \
      x-kubernetes-validations:[]ValidationRule
    JobCondition lastProbeTime:time lastTransitionTime:time message reason status! type!
    JobSchedulingConfiguration disruptionMode+37:WorkloadPodGroupDisruptionMode \
      resourceClaims+37:[]WorkloadPodGroupResourceClaim \
      schedulingConstraints+37:WorkloadPodGroupSchedulingConstraints \
      schedulingPolicy+37:WorkloadPodGroupSchedulingPolicy
    JobSpec activeDeadlineSeconds:int backoffLimit:int backoffLimitPerIndex:int completionMode \
      completions:int managedBy+30 manualSelector:bool maxFailedIndexes:int parallelism:int \
      podFailurePolicy:PodFailurePolicy podReplacementPolicy scheduling+37:JobSchedulingConfiguration \
      selector:LabelSelector successPolicy+30:SuccessPolicy suspend:bool template!:PodTemplateSpec \
      ttlSecondsAfterFinished:int
    JobStatus active:int completedIndexes completionTime:time conditions:[]JobCondition failed:int \
      failedIndexes ready:int startTime:time succeeded:int terminating:int \
      uncountedTerminatedPods:UncountedTerminatedPods
    JobTemplateSpec metadata:ObjectMeta spec:JobSpec
    KeyToPath key! mode:int path! user+37:int
    LabelSelector matchExpressions:[]LabelSelectorRequirement matchLabels:map:
    LabelSelectorAttributes rawSelector+31 requirements+31:[]LabelSelectorRequirement
    LabelSelectorRequirement key! operator! values:[]
    LeaseSpec acquireTime:time holderIdentity leaseDurationSeconds:int leaseTransitions:int \
      preferredHolder+31 renewTime:time strategy+31
    Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal+33
    LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep+29:SleepAction tcpSocket:TCPSocketAction
    LimitRangeItem default:map:quantity defaultRequest:map:quantity max:map:quantity \
      maxLimitRequestRatio:map:quantity min:map:quantity type!
    LimitRangeSpec limits!:[]LimitRangeItem
    LinuxContainerUser gid!+31:int supplementalGroups+31:[]int uid!+31:int
    LoadBalancerIngress hostname ip ipMode+29 ports:[]PortStatus
    LoadBalancerStatus ingress:[]LoadBalancerIngress
    LocalObjectReference name
    LocalVolumeSource fsType path!
    ManagedFieldsEntry apiVersion fieldsType fieldsV1:any manager operation subresource time:time
    MetricIdentifier name! selector:LabelSelector
    MetricSpec containerResource:ContainerResourceMetricSource external:ExternalMetricSource \
      object:ObjectMetricSource pods:PodsMetricSource resource:ResourceMetricSource type!
    MetricStatus containerResource:ContainerResourceMetricStatus external:ExternalMetricStatus \
      object:ObjectMetricStatus pods:PodsMetricStatus resource:ResourceMetricStatus type!
    MetricTarget averageUtilization:int averageValue:quantity type! value:quantity
    MetricValueStatus averageUtilization:int averageValue:quantity value:quantity
    MigrationCondition lastUpdateTime+30-34:time message+30-34 reason+30-34 status!+30-34 type!+30-34
    ModifyVolumeStatus status!+29 targetVolumeAttributesClassName+29
    MutatingWebhook admissionReviewVersions!:[] clientConfig!:admissionregistration.v1.WebhookClientConfig \
      failurePolicy matchConditions:[]v1.MatchCondition matchPolicy name! namespaceSelector:LabelSelector \
      objectSelector:LabelSelector reinvocationPolicy rules:[]RuleWithOperations sideEffects! \
      timeoutSeconds:int
    NFSVolumeSource path! readOnly:bool server!
    NamedResourcesAllocationResult name!+30-30
    NamedResourcesAttribute bool+30-30:bool int+30-30:int intSlice+30-30:NamedResourcesIntSlice name!+30-30 \
      quantity+30-30:quantity string+30-30 stringSlice+30-30:NamedResourcesStringSlice version+30-30
    NamedResourcesFilter selector!+30-30
    NamedResourcesInstance attributes+30-30:[]NamedResourcesAttribute name!+30-30
    NamedResourcesIntSlice ints!+30-30:[]int
    NamedResourcesRequest selector!+30-30
    NamedResourcesResources instances!+30-30:[]NamedResourcesInstance
    NamedResourcesStringSlice strings!+30-30:[]
    NamespaceCondition lastTransitionTime:time message reason status! type!
    NamespaceSpec finalizers:[]
    NamespaceStatus conditions:[]NamespaceCondition phase
    NetworkPolicyEgressRule ports:[]NetworkPolicyPort to:[]NetworkPolicyPeer
    NetworkPolicyIngressRule from:[]NetworkPolicyPeer ports:[]NetworkPolicyPort
    NetworkPolicyPeer ipBlock:IPBlock namespaceSelector:LabelSelector podSelector:LabelSelector
    NetworkPolicyPort endPort:int port:intOrString protocol
    NetworkPolicySpec egress:[]NetworkPolicyEgressRule ingress:[]NetworkPolicyIngressRule \
      podSelector!:LabelSelector policyTypes:[]
    NodeAddress address! type!
    NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm \
      requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
    NodeAllocatableMappedResources name!+37 quantity!+37:quantity
    NodeAllocatableOverheadResources name!+37 perContainer+37:quantity perPod+37:quantity
    NodeAllocatableResourceClaimStatus containers+36:[] mapping+37:[]NodeAllocatableMappedResources \
      overhead+37:[]NodeAllocatableOverheadResources resourceClaimName!+36 resources+36-36:map:quantity
    NodeCondition lastHeartbeatTime:time lastTransitionTime:time message reason status! type!
    NodeConfigSource configMap:ConfigMapNodeConfigSource
    NodeConfigStatus active:NodeConfigSource assigned:NodeConfigSource error lastKnownGood:NodeConfigSource
    NodeDaemonEndpoints kubeletEndpoint:DaemonEndpoint
    NodeFeatures supplementalGroupsPolicy+31:bool
    NodePodPreemptionPolicy disableResizePreemption+37:[]
    NodeRuntimeHandler features+30:NodeRuntimeHandlerFeatures name+30
    NodeRuntimeHandlerFeatures recursiveReadOnlyMounts+30:bool userNamespaces+31:bool
    NodeSelector nodeSelectorTerms!:[]NodeSelectorTerm
    NodeSelectorRequirement key! operator! values:[]
    NodeSelectorTerm matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
    NodeSpec configSource:NodeConfigSource externalID podCIDR podCIDRs:[] \
      podPreemptionPolicy+37:NodePodPreemptionPolicy providerID taints:[]Taint unschedulable:bool
    NodeStatus addresses:[]NodeAddress allocatable:map:quantity capacity:map:quantity \
      conditions:[]NodeCondition config:NodeConfigStatus daemonEndpoints:NodeDaemonEndpoints \
      declaredFeatures+35:[] features+31:NodeFeatures images:[]ContainerImage nodeInfo:NodeSystemInfo phase \
      runtimeHandlers+30:[]NodeRuntimeHandler volumesAttached:[]AttachedVolume volumesInUse:[]
    NodeSwapStatus capacity+33:int
    NodeSystemInfo architecture! bootID! containerRuntimeVersion! kernelVersion! kubeProxyVersion! \
      kubeletVersion! machineID! operatingSystem! osImage! runningInUserNamespace+37:bool \
      swap+33:NodeSwapStatus systemUUID!
    NonResourceAttributes path verb
    NonResourceRule nonResourceURLs:[] verbs!:[]
    ObjectFieldSelector apiVersion fieldPath!
    ObjectMeta annotations:map: creationTimestamp:time deletionGracePeriodSeconds:int deletionTimestamp:time \
      finalizers:[] generateName generation:int labels:map: managedFields:[]ManagedFieldsEntry name \
      namespace ownerReferences:[]OwnerReference resourceVersion selfLink uid
    ObjectMetricSource describedObject!:v1.CrossVersionObjectReference metric!:MetricIdentifier \
      target!:MetricTarget
    ObjectMetricStatus current!:MetricValueStatus describedObject!:v1.CrossVersionObjectReference \
      metric!:MetricIdentifier
    ObjectReference apiVersion fieldPath kind name namespace resourceVersion uid
    Overhead podFixed:map:quantity
    OwnerReference apiVersion! blockOwnerDeletion:bool controller:bool kind! name! uid!
    PartitionTypeStatus allocatable!+37:int attribute!+37 total!+37:int type!+37
    PersistentVolumeClaimCondition lastProbeTime:time lastTransitionTime:time message reason status! type!
    PersistentVolumeClaimSpec accessModes:[] dataSource:v1.TypedLocalObjectReference \
      dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector \
      storageClassName volumeAttributesClassName+29 volumeMode volumeName
    PersistentVolumeClaimStatus accessModes:[] allocatedResourceStatuses:map: \
      allocatedResources:map:quantity capacity:map:quantity conditions:[]PersistentVolumeClaimCondition \
      currentVolumeAttributesClassName+29 healthStatus+37:VolumeHealthStatus \
      modifyVolumeStatus+29:ModifyVolumeStatus phase
    PersistentVolumeClaimTemplate metadata:ObjectMeta spec!:PersistentVolumeClaimSpec
    PersistentVolumeClaimVolumeSource claimName! readOnly:bool
    PersistentVolumeSpec accessModes:[] awsElasticBlockStore:AWSElasticBlockStoreVolumeSource \
      azureDisk:AzureDiskVolumeSource azureFile:AzureFilePersistentVolumeSource capacity:map:quantity \
      cephfs:CephFSPersistentVolumeSource cinder:CinderPersistentVolumeSource claimRef:ObjectReference \
      csi:CSIPersistentVolumeSource fc:FCVolumeSource flexVolume:FlexPersistentVolumeSource \
      flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource \
      glusterfs:GlusterfsPersistentVolumeSource hostPath:HostPathVolumeSource \
      iscsi:ISCSIPersistentVolumeSource local:LocalVolumeSource mountOptions:[] nfs:NFSVolumeSource \
      nodeAffinity:VolumeNodeAffinity persistentVolumeReclaimPolicy \
      photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource \
      quobyte:QuobyteVolumeSource rbd:RBDPersistentVolumeSource scaleIO:ScaleIOPersistentVolumeSource \
      storageClassName storageos:StorageOSPersistentVolumeSource volumeAttributesClassName+29 volumeMode \
      vsphereVolume:VsphereVirtualDiskVolumeSource
    PersistentVolumeStatus lastPhaseTransitionTime:time message phase reason
    PhotonPersistentDiskVolumeSource fsType pdID!
    PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm \
      requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
    PodAffinityTerm labelSelector:LabelSelector matchLabelKeys+29:[] mismatchLabelKeys+29:[] \
      namespaceSelector:LabelSelector namespaces:[] topologyKey!
    PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm \
      requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
    PodCertificateProjection certificateChainPath+34 credentialBundlePath+34 keyPath+34 keyType!+34 \
      maxExpirationSeconds+34:int signerName!+34 user+37:int userAnnotations+35:map:
    PodCondition lastProbeTime:time lastTransitionTime:time message observedGeneration+33:int reason status! \
      type!
    PodDNSConfig nameservers:[] options:[]PodDNSConfigOption searches:[]
    PodDNSConfigOption name value
    PodDisruptionBudgetSpec maxUnavailable:intOrString minAvailable:intOrString selector:LabelSelector \
      unhealthyPodEvictionPolicy
    PodDisruptionBudgetStatus conditions:[]Condition currentHealthy!:int desiredHealthy!:int \
      disruptedPods:map:time disruptionsAllowed!:int expectedPods!:int observedGeneration:int
    PodExtendedResourceClaimStatus requestMappings!+34:[]ContainerExtendedResourceRequest \
      resourceClaimName!+34
    PodFailurePolicy rules!:[]PodFailurePolicyRule
    PodFailurePolicyOnExitCodesRequirement containerName operator! values!:[]int
    PodFailurePolicyOnPodConditionsPattern status type!
    PodFailurePolicyRule action! onExitCodes:PodFailurePolicyOnExitCodesRequirement \
      onPodConditions:[]PodFailurePolicyOnPodConditionsPattern
    PodGroup name!+35-35 policy!+35-35:PodGroupPolicy
    PodGroupPolicy basic+35-35:any gang+35-35:v1alpha1.GangSchedulingPolicy
    PodGroupTemplateReference workload+36-36:WorkloadPodGroupTemplateReference
    PodIP ip!
    PodOS name!
    PodReadinessGate conditionType!
    PodResourceClaim name! resourceClaimName+31 resourceClaimTemplateName+31 source-30:ClaimSource
    PodResourceClaimStatus name! resourceClaimName
    PodSchedulingGate name!
    PodSchedulingGroup podGroupName+36
    PodSecurityContext appArmorProfile+30:AppArmorProfile fsGroup:int fsGroupChangePolicy runAsGroup:int \
      runAsNonRoot:bool runAsUser:int seLinuxChangePolicy+32 seLinuxOptions:SELinuxOptions \
      seccompProfile:SeccompProfile supplementalGroups:[]int supplementalGroupsPolicy+31 sysctls:[]Sysctl \
      windowsOptions:WindowsSecurityContextOptions
    PodSpec activeDeadlineSeconds:int affinity:Affinity automountServiceAccountToken:bool \
      containers!:[]Container dnsConfig:PodDNSConfig dnsPolicy enableServiceLinks:bool \
      ephemeralContainers:[]EphemeralContainer evictionResponders+37:[]EvictionResponder \
      hostAliases:[]HostAlias hostIPC:bool hostNetwork:bool hostPID:bool hostUsers:bool hostname \
      hostnameOverride+34 imagePullSecrets:[]LocalObjectReference initContainers:[]Container nodeName \
      nodeSelector:map: os:PodOS overhead:map:quantity preemptionPolicy priority:int priorityClassName \
      readinessGates:[]PodReadinessGate resourceClaims:[]PodResourceClaim resources+32:ResourceRequirements \
      restartPolicy runtimeClassName schedulerName schedulingGates:[]PodSchedulingGate \
      schedulingGroup+36:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount \
      serviceAccountName setHostnameAsFQDN:bool shareProcessNamespace:bool subdomain \
      terminationGracePeriodSeconds:int tolerations:[]Toleration \
      topologySpreadConstraints:[]TopologySpreadConstraint volumes:[]Volume \
      workloadRef+35-35:v1.WorkloadReference
    PodStatus allocatedResources+35:map:quantity conditions:[]PodCondition \
      containerStatuses:[]ContainerStatus ephemeralContainerStatuses:[]ContainerStatus \
      extendedResourceClaimStatus+34:PodExtendedResourceClaimStatus hostIP hostIPs:[]HostIP \
      initContainerStatuses:[]ContainerStatus message \
      nodeAllocatableResourceClaimStatuses+36:[]NodeAllocatableResourceClaimStatus nominatedNodeName \
      observedGeneration+33:int phase podIP podIPs:[]PodIP qosClass reason resize \
      resourceClaimStatuses:[]PodResourceClaimStatus resources+35:ResourceRequirements startTime:time \
      volumeHealth+37:[]PodVolumeHealth
    PodTemplateSpec metadata:ObjectMeta spec:PodSpec
    PodVolumeHealth healthConditions+37:[]VolumeHealthCondition lastTransitionTime+37:time name!+37
    PodsMetricSource metric!:MetricIdentifier target!:MetricTarget
    PodsMetricStatus current!:MetricValueStatus metric!:MetricIdentifier
    PolicyRule apiGroups:[] nonResourceURLs:[] resourceNames:[] resources:[] verbs!:[]
    PoolStatus allocatedDevices+36:int availableDevices+36:int driver!+36 generation!+36:int nodeName+36 \
      partitionSummary+37:[]PartitionTypeStatus poolName!+36 resourceSliceCount+36:int \
      shareableSummary+37:ShareableSummaryStatus totalDevices+36:int unavailableDevices+36:int \
      validationError+36
    PortStatus error port!:int protocol!
    PortworxVolumeSource fsType readOnly:bool volumeID!
    PreferredSchedulingTerm preference!:NodeSelectorTerm weight!:int
    Probe exec:ExecAction failureThreshold:int grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int \
      periodSeconds:int successThreshold:int tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int \
      timeoutSeconds:int
    ProjectedVolumeSource defaultMode:int defaultUser+37:int sources:[]VolumeProjection
    QuobyteVolumeSource group readOnly:bool registry! tenant user volume!
    RBDPersistentVolumeSource fsType image! keyring monitors!:[] pool readOnly:bool \
      secretRef:SecretReference user
    RBDVolumeSource fsType image! keyring monitors!:[] pool readOnly:bool secretRef:LocalObjectReference \
      user
    ReplicaSetCondition lastTransitionTime:time message reason status! type!
    ReplicaSetSpec minReadySeconds:int replicas:int selector!:LabelSelector template:PodTemplateSpec
    ReplicaSetStatus availableReplicas:int conditions:[]ReplicaSetCondition fullyLabeledReplicas:int \
      observedGeneration:int readyReplicas:int replicas!:int terminatingReplicas+33:int
    ReplicationControllerCondition lastTransitionTime:time message reason status! type!
    ReplicationControllerSpec minReadySeconds:int replicas:int selector:map: template:PodTemplateSpec
    ReplicationControllerStatus availableReplicas:int conditions:[]ReplicationControllerCondition \
      fullyLabeledReplicas:int observedGeneration:int readyReplicas:int replicas!:int
    ResourceAttributes fieldSelector+31:FieldSelectorAttributes group \
      labelSelector+31:LabelSelectorAttributes name namespace resource subresource verb version
    ResourceClaim name! request+31
    ResourceClaimParametersReference apiGroup-30 kind!-30 name!-30
    ResourceClassParametersReference apiGroup-30 kind!-30 name!-30 namespace-30
    ResourceFieldSelector containerName divisor:quantity resource!
    ResourceFilter driverName+30-30 namedResources+30-30:NamedResourcesFilter
    ResourceHandle data-30 driverName-30 structuredData+30-30:StructuredResourceHandle
    ResourceHealth health+31 message+36 resourceID!+31
    ResourceMetricSource name! target!:MetricTarget
    ResourceMetricStatus current!:MetricValueStatus name!
    ResourcePoolStatusRequestSpec defaultPartitionTypeAttribute+37 driver!+36 limit+36:int poolName+36
    ResourcePoolStatusRequestStatus conditions+36:[]Condition poolCount!+36:int pools+36:[]PoolStatus
    ResourceQuotaSpec hard:map:quantity scopeSelector:ScopeSelector scopes:[]
    ResourceQuotaStatus hard:map:quantity used:map:quantity
    ResourceRequest namedResources+30-30:NamedResourcesRequest vendorParameters+30-30:any
    ResourceRequirements claims:[]ResourceClaim limits:map:quantity requests:map:quantity
    ResourceRule apiGroups:[] resourceNames:[] resources:[] verbs!:[]
    ResourceStatus name!+31 resources+31:[]ResourceHealth
    RoleRef apiGroup kind! name!
    RollingUpdateDaemonSet maxSurge:intOrString maxUnavailable:intOrString
    RollingUpdateDeployment maxSurge:intOrString maxUnavailable:intOrString
    RollingUpdateStatefulSetStrategy maxUnavailable:intOrString partition:int
    RuleWithOperations apiGroups:[] apiVersions:[] operations:[] resources:[] scope
    SELinuxOptions level role type user
    ScaleIOPersistentVolumeSource fsType gateway! protectionDomain readOnly:bool secretRef!:SecretReference \
      sslEnabled:bool storageMode storagePool system! volumeName
    ScaleIOVolumeSource fsType gateway! protectionDomain readOnly:bool secretRef!:LocalObjectReference \
      sslEnabled:bool storageMode storagePool system! volumeName
    Scheduling nodeSelector:map: tolerations:[]Toleration
    ScopeSelector matchExpressions:[]ScopedResourceSelectorRequirement
    ScopedResourceSelectorRequirement operator! scopeName! values:[]
    SeccompProfile localhostProfile type!
    SecretEnvSource name optional:bool
    SecretKeySelector key! name optional:bool
    SecretProjection items:[]KeyToPath name optional:bool
    SecretReference name namespace
    SecretVolumeSource defaultMode:int defaultUser+37:int items:[]KeyToPath optional:bool secretName
    SecurityContext allowPrivilegeEscalation:bool appArmorProfile+30:AppArmorProfile \
      capabilities:Capabilities privileged:bool procMount readOnlyRootFilesystem:bool runAsGroup:int \
      runAsNonRoot:bool runAsUser:int seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile \
      windowsOptions:WindowsSecurityContextOptions
    SelectableField jsonPath!+30
    SelfSubjectAccessReviewSpec nonResourceAttributes:NonResourceAttributes \
      resourceAttributes:ResourceAttributes
    SelfSubjectRulesReviewSpec namespace
    ServerStorageVersion apiServerID! decodableVersions!:[] encodingVersion! servedVersions:[]
    ServiceAccountTokenProjection audience expirationSeconds:int path! user+37:int
    ServiceBackendPort name number:int
    ServicePort appProtocol name nodePort:int port!:int protocol targetPort:intOrString
    ServiceSpec allocateLoadBalancerNodePorts:bool clusterIP clusterIPs:[] externalIPs:[] externalName \
      externalTrafficPolicy healthCheckNodePort:int internalTrafficPolicy ipFamilies:[] ipFamilyPolicy \
      loadBalancerClass loadBalancerIP loadBalancerSourceRanges:[] ports:[]ServicePort \
      publishNotReadyAddresses:bool selector:map: sessionAffinity \
      sessionAffinityConfig:SessionAffinityConfig trafficDistribution+30 type
    ServiceStatus conditions:[]Condition loadBalancer:LoadBalancerStatus
    SessionAffinityConfig clientIP:ClientIPConfig
    ShareableCapacityStatus available!+37:quantity consumed!+37:quantity name!+37 total!+37:quantity
    ShareableSummaryStatus capacity+37:[]ShareableCapacityStatus fullyAvailableDevices!+37:int \
      partiallyAvailableDevices!+37:int
    SleepAction seconds!+29:int
    StatefulSetCondition lastTransitionTime:time message reason status! type!
    StatefulSetOrdinals start:int
    StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted whenScaled
    StatefulSetSpec minReadySeconds:int ordinals:StatefulSetOrdinals \
      persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy \
      podManagementPolicy replicas:int revisionHistoryLimit:int selector!:LabelSelector serviceName \
      template!:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy \
      volumeClaimTemplates:[]v1/PersistentVolumeClaim
    StatefulSetStatus availableReplicas:int collisionCount:int conditions:[]StatefulSetCondition \
      currentReplicas:int currentRevision observedGeneration:int readyReplicas:int replicas!:int \
      updateRevision updatedReplicas:int
    StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type
    StorageHealth healthConditions+37:[]StorageHealthCondition name!+37
    StorageHealthCondition accessMode+37 lastTransitionTime+37:time message+37 reason!+37 status!+37 \
      volumeMode+37
    StorageOSPersistentVolumeSource fsType readOnly:bool secretRef:ObjectReference volumeName \
      volumeNamespace
    StorageOSVolumeSource fsType readOnly:bool secretRef:LocalObjectReference volumeName volumeNamespace
    StorageVersionCondition lastTransitionTime:time message! observedGeneration:int reason! status! type!
    StorageVersionStatus commonEncodingVersion conditions:[]StorageVersionCondition \
      storageVersions:[]ServerStorageVersion
    StructuredResourceHandle nodeName+30-30 results!+30-30:[]DriverAllocationResult \
      vendorClaimParameters+30-30:any vendorClassParameters+30-30:any
    SubjectAccessReviewSpec extra:map:[] groups:[] nonResourceAttributes:NonResourceAttributes \
      resourceAttributes:ResourceAttributes uid user
    SubjectAccessReviewStatus allowed!:bool denied:bool evaluationError reason
    SubjectRulesReviewStatus evaluationError incomplete!:bool nonResourceRules!:[]NonResourceRule \
      resourceRules!:[]ResourceRule
    SuccessPolicy rules!+30:[]SuccessPolicyRule
    SuccessPolicyRule succeededCount+30:int succeededIndexes+30
    Sysctl name! value!
    TCPSocketAction host port!:intOrString
    Taint effect! key! timeAdded:time value
    TokenRequest audience! expirationSeconds:int
    TokenReviewSpec audiences:[] token!
    TokenReviewStatus audiences:[] authenticated:bool error user:UserInfo
    Toleration effect key operator tolerationSeconds:int value
    TopologySelectorLabelRequirement key! values!:[]
    TopologySelectorTerm matchLabelExpressions:[]TopologySelectorLabelRequirement
    TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[] maxSkew!:int minDomains:int \
      nodeAffinityPolicy nodeTaintsPolicy topologyKey! whenUnsatisfiable!
    TypedObjectReference apiGroup kind! name! namespace
    UncountedTerminatedPods failed:[] succeeded:[]
    UserInfo extra:map:[] groups:[] uid username
    ValidatingWebhook admissionReviewVersions!:[] clientConfig!:admissionregistration.v1.WebhookClientConfig \
      failurePolicy matchConditions:[]v1.MatchCondition matchPolicy name! namespaceSelector:LabelSelector \
      objectSelector:LabelSelector rules:[]RuleWithOperations sideEffects! timeoutSeconds:int
    ValidationRule fieldPath message messageExpression optionalOldSelf+29:bool reason rule!
    VendorParameters driverName+30-30 parameters+30-30:any
    Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource \
      azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource \
      configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource \
      emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource \
      flexVolume:FlexVolumeSource flocker:FlockerVolumeSource \
      gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource \
      glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image+31:ImageVolumeSource \
      iscsi:ISCSIVolumeSource name! nfs:NFSVolumeSource \
      persistentVolumeClaim:PersistentVolumeClaimVolumeSource \
      photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource \
      projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource \
      scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource \
      vsphereVolume:VsphereVirtualDiskVolumeSource
    VolumeAttachmentSource inlineVolumeSpec:PersistentVolumeSpec persistentVolumeName
    VolumeAttachmentSpec attacher! nodeName! source!:VolumeAttachmentSource
    VolumeAttachmentStatus attachError:VolumeError attached!:bool attachmentMetadata:map: \
      detachError:VolumeError
    VolumeDevice devicePath! name!
    VolumeError errorCode+33:int message time:time
    VolumeHealthCondition message+37 reason!+37 status!+37
    VolumeHealthStatus healthConditions+37:[]VolumeHealthCondition lastTransitionTime+37:time
    VolumeMount bindMountOptions+37:[] mountPath! mountPropagation name! readOnly:bool recursiveReadOnly+30 \
      subPath subPathExpr
    VolumeMountStatus mountPath!+30 name!+30 readOnly+30:bool recursiveReadOnly+30 \
      volumeStatus+36:VolumeStatus
    VolumeNodeAffinity required:NodeSelector
    VolumeNodeResources count:int
    VolumeProjection clusterTrustBundle+29:ClusterTrustBundleProjection configMap:ConfigMapProjection \
      downwardAPI:DownwardAPIProjection podCertificate+34:PodCertificateProjection secret:SecretProjection \
      serviceAccountToken:ServiceAccountTokenProjection
    VolumeResourceRequirements limits+29:map:quantity requests+29:map:quantity
    VolumeStatus image+36:ImageVolumeStatus
    VsphereVirtualDiskVolumeSource fsType storagePolicyID storagePolicyName volumePath!
    WebhookConversion clientConfig:admissionregistration.v1.WebhookClientConfig conversionReviewVersions!:[]
    WeightedPodAffinityTerm podAffinityTerm!:PodAffinityTerm weight!:int
    WindowsSecurityContextOptions gmsaCredentialSpec gmsaCredentialSpecName hostProcess:bool runAsUserName
    WorkloadPodGroupDisruptionMode all+37:any single+37:any
    WorkloadPodGroupGangSchedulingPolicy minCount+37:int
    WorkloadPodGroupResourceClaim name!+37 resourceClaimName+37 resourceClaimTemplateName+37
    WorkloadPodGroupSchedulingConstraints topology+37:[]v1alpha3.TopologyConstraint
    WorkloadPodGroupSchedulingPolicy basic+37:any gang+37:WorkloadPodGroupGangSchedulingPolicy
    WorkloadPodGroupTemplateReference podGroupTemplateName!+36-36 workloadName!+36-36
    admissionregistration.k8s.io/v1/MutatingAdmissionPolicy+36 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding+36 metadata:ObjectMeta \
      spec:v1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1/MutatingWebhookConfiguration metadata:ObjectMeta \
      webhooks:[]MutatingWebhook
    admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy+30 metadata:ObjectMeta \
      spec:v1.ValidatingAdmissionPolicySpec status:v1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding+30 metadata:ObjectMeta \
      spec!:v1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration metadata:ObjectMeta \
      webhooks:[]ValidatingWebhook
    admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy+32 metadata:ObjectMeta \
      spec:v1alpha1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding+32 metadata:ObjectMeta \
      spec:v1alpha1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy-31 metadata:ObjectMeta \
      spec:v1alpha1.ValidatingAdmissionPolicySpec status:v1alpha1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding-31 metadata:ObjectMeta \
      spec:v1alpha1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy+34 metadata:ObjectMeta \
      spec:v1beta1.MutatingAdmissionPolicySpec
    admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding+34 metadata:ObjectMeta \
      spec:v1beta1.MutatingAdmissionPolicyBindingSpec
    admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy-33 metadata:ObjectMeta \
      spec:v1beta1.ValidatingAdmissionPolicySpec status:v1beta1.ValidatingAdmissionPolicyStatus
    admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding-33 metadata:ObjectMeta \
      spec:v1beta1.ValidatingAdmissionPolicyBindingSpec
    admissionregistration.v1.ServiceReference name! namespace! path port:int
    admissionregistration.v1.WebhookClientConfig caBundle:bytes \
      service:admissionregistration.v1.ServiceReference url
    apiextensions.k8s.io/v1/CustomResourceDefinition metadata:ObjectMeta spec!:CustomResourceDefinitionSpec \
      status:CustomResourceDefinitionStatus
    apiregistration.k8s.io/v1/APIService metadata:ObjectMeta spec:APIServiceSpec status:APIServiceStatus
    apiregistration.v1.ServiceReference name namespace port:int
    apps/v1/ControllerRevision data!:any metadata:ObjectMeta revision:int
    apps/v1/DaemonSet metadata:ObjectMeta spec!:DaemonSetSpec status:DaemonSetStatus
    apps/v1/Deployment metadata:ObjectMeta spec!:DeploymentSpec status:DeploymentStatus
    apps/v1/ReplicaSet metadata:ObjectMeta spec!:ReplicaSetSpec status:ReplicaSetStatus
    apps/v1/StatefulSet metadata:ObjectMeta spec!:StatefulSetSpec status:StatefulSetStatus
    authentication.k8s.io/v1/SelfSubjectReview metadata:ObjectMeta status:v1.SelfSubjectReviewStatus
    authentication.k8s.io/v1/TokenReview metadata:ObjectMeta spec!:TokenReviewSpec status:TokenReviewStatus
    authentication.k8s.io/v1alpha1/SelfSubjectReview-31 metadata:ObjectMeta \
      status:v1alpha1.SelfSubjectReviewStatus
    authentication.k8s.io/v1beta1/SelfSubjectReview-32 metadata:ObjectMeta \
      status:v1beta1.SelfSubjectReviewStatus
    authorization.k8s.io/v1/LocalSubjectAccessReview metadata:ObjectMeta spec!:SubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    authorization.k8s.io/v1/SelfSubjectAccessReview metadata:ObjectMeta spec!:SelfSubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    authorization.k8s.io/v1/SelfSubjectRulesReview metadata:ObjectMeta spec!:SelfSubjectRulesReviewSpec \
      status:SubjectRulesReviewStatus
    authorization.k8s.io/v1/SubjectAccessReview metadata:ObjectMeta spec!:SubjectAccessReviewSpec \
      status:SubjectAccessReviewStatus
    autoscaling/v1/HorizontalPodAutoscaler metadata:ObjectMeta spec!:v1.HorizontalPodAutoscalerSpec \
      status:v1.HorizontalPodAutoscalerStatus
    autoscaling/v2/HorizontalPodAutoscaler metadata:ObjectMeta spec!:v2.HorizontalPodAutoscalerSpec \
      status:v2.HorizontalPodAutoscalerStatus
    batch/v1/CronJob metadata:ObjectMeta spec!:CronJobSpec status:CronJobStatus
    batch/v1/Job metadata:ObjectMeta spec:JobSpec status:JobStatus
    certificates.k8s.io/v1/CertificateSigningRequest metadata:ObjectMeta spec!:CertificateSigningRequestSpec \
      status:CertificateSigningRequestStatus
    certificates.k8s.io/v1/ClusterTrustBundle+37 metadata:ObjectMeta spec!:v1.ClusterTrustBundleSpec
    certificates.k8s.io/v1/PodCertificateRequest+37 metadata:ObjectMeta spec!:v1.PodCertificateRequestSpec \
      status:v1.PodCertificateRequestStatus
    certificates.k8s.io/v1alpha1/ClusterTrustBundle-36 metadata:ObjectMeta \
      spec!:v1alpha1.ClusterTrustBundleSpec
    certificates.k8s.io/v1alpha1/PodCertificateRequest+34-34 metadata:ObjectMeta \
      spec!:v1alpha1.PodCertificateRequestSpec status:v1alpha1.PodCertificateRequestStatus
    certificates.k8s.io/v1beta1/ClusterTrustBundle+33 metadata:ObjectMeta \
      spec!:v1beta1.ClusterTrustBundleSpec
    certificates.k8s.io/v1beta1/PodCertificateRequest+35 metadata:ObjectMeta \
      spec!:v1beta1.PodCertificateRequestSpec status:v1beta1.PodCertificateRequestStatus
    coordination.k8s.io/v1/Lease metadata:ObjectMeta spec:LeaseSpec
    coordination.k8s.io/v1alpha1/LeaseCandidate+31-31 metadata:ObjectMeta spec:v1alpha1.LeaseCandidateSpec
    coordination.k8s.io/v1alpha2/LeaseCandidate+32 metadata:ObjectMeta spec!:v1alpha2.LeaseCandidateSpec
    coordination.k8s.io/v1beta1/LeaseCandidate+33 metadata:ObjectMeta spec!:v1beta1.LeaseCandidateSpec
    core.v1.EndpointPort appProtocol name port!:int protocol
    core.v1.EventSeries count:int lastObservedTime:time
    discovery.k8s.io/v1/EndpointSlice addressType! endpoints:[]Endpoint metadata:ObjectMeta \
      ports:[]discovery.v1.EndpointPort
    discovery.v1.EndpointPort appProtocol name port:int protocol
    events.k8s.io/v1/Event action deprecatedCount:int deprecatedFirstTimestamp:time \
      deprecatedLastTimestamp:time deprecatedSource:EventSource eventTime!:time metadata:ObjectMeta note \
      reason regarding:ObjectReference related:ObjectReference reportingController reportingInstance \
      series:events.v1.EventSeries type
    events.v1.EventSeries count!:int lastObservedTime!:time
    flowcontrol.apiserver.k8s.io/v1/FlowSchema+29 metadata:ObjectMeta spec!:v1.FlowSchemaSpec \
      status:v1.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration+29 metadata:ObjectMeta \
      spec!:v1.PriorityLevelConfigurationSpec status:v1.PriorityLevelConfigurationStatus
    flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema-28 metadata:ObjectMeta spec:v1beta2.FlowSchemaSpec \
      status:v1beta2.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfiguration-28 metadata:ObjectMeta \
      spec:v1beta2.PriorityLevelConfigurationSpec status:v1beta2.PriorityLevelConfigurationStatus
    flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema-31 metadata:ObjectMeta spec:v1beta3.FlowSchemaSpec \
      status:v1beta3.FlowSchemaStatus
    flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration-31 metadata:ObjectMeta \
      spec:v1beta3.PriorityLevelConfigurationSpec status:v1beta3.PriorityLevelConfigurationStatus
    flowcontrol.v1.Subject group+29:v1.GroupSubject kind!+29 serviceAccount+29:v1.ServiceAccountSubject \
      user+29:v1.UserSubject
    internal.apiserver.k8s.io/v1alpha1/StorageVersion metadata!:ObjectMeta spec:any \
      status:StorageVersionStatus
    lifecycle.k8s.io/v1alpha1/EvictionRequest+37 metadata:ObjectMeta spec!:EvictionRequestSpec \
      status:EvictionRequestStatus
    networking.k8s.io/v1/IPAddress+33 metadata:ObjectMeta spec!:v1.IPAddressSpec
    networking.k8s.io/v1/Ingress metadata:ObjectMeta spec:IngressSpec status:IngressStatus
    networking.k8s.io/v1/IngressClass metadata:ObjectMeta spec:IngressClassSpec
    networking.k8s.io/v1/NetworkPolicy metadata:ObjectMeta spec:NetworkPolicySpec
    networking.k8s.io/v1/ServiceCIDR+33 metadata:ObjectMeta spec:v1.ServiceCIDRSpec \
      status:v1.ServiceCIDRStatus
    networking.k8s.io/v1alpha1/ClusterCIDR-28 metadata:ObjectMeta spec:ClusterCIDRSpec
    networking.k8s.io/v1alpha1/IPAddress-30 metadata:ObjectMeta spec:v1alpha1.IPAddressSpec
    networking.k8s.io/v1alpha1/ServiceCIDR+29-30 metadata:ObjectMeta spec:v1alpha1.ServiceCIDRSpec \
      status:v1alpha1.ServiceCIDRStatus
    networking.k8s.io/v1beta1/IPAddress+31-36 metadata:ObjectMeta spec!:v1beta1.IPAddressSpec
    networking.k8s.io/v1beta1/ServiceCIDR+31-36 metadata:ObjectMeta spec:v1beta1.ServiceCIDRSpec \
      status:v1beta1.ServiceCIDRStatus
    node.k8s.io/v1/RuntimeClass handler! metadata:ObjectMeta overhead:Overhead scheduling:Scheduling
    policy/v1/PodDisruptionBudget metadata:ObjectMeta spec:PodDisruptionBudgetSpec \
      status:PodDisruptionBudgetStatus
    rbac.authorization.k8s.io/v1/ClusterRole aggregationRule:AggregationRule metadata:ObjectMeta \
      rules:[]PolicyRule
    rbac.authorization.k8s.io/v1/ClusterRoleBinding metadata:ObjectMeta roleRef!:RoleRef \
      subjects:[]rbac.v1.Subject
    rbac.authorization.k8s.io/v1/Role metadata:ObjectMeta rules:[]PolicyRule
    rbac.authorization.k8s.io/v1/RoleBinding metadata:ObjectMeta roleRef!:RoleRef subjects:[]rbac.v1.Subject
    rbac.v1.Subject apiGroup kind! name! namespace
    resource.k8s.io/v1/DeviceClass+34 metadata:ObjectMeta spec!:v1.DeviceClassSpec
    resource.k8s.io/v1/DeviceTaintRule+37 metadata:ObjectMeta spec!:v1.DeviceTaintRuleSpec \
      status:v1.DeviceTaintRuleStatus
    resource.k8s.io/v1/ResourceClaim+34 metadata:ObjectMeta spec!:v1.ResourceClaimSpec \
      status:v1.ResourceClaimStatus
    resource.k8s.io/v1/ResourceClaimTemplate+34 metadata:ObjectMeta spec!:v1.ResourceClaimTemplateSpec
    resource.k8s.io/v1/ResourceSlice+34 metadata:ObjectMeta spec!:v1.ResourceSliceSpec
    resource.k8s.io/v1alpha2/PodSchedulingContext-30 metadata:ObjectMeta \
      spec!:v1alpha2.PodSchedulingContextSpec status:v1alpha2.PodSchedulingContextStatus
    resource.k8s.io/v1alpha2/ResourceClaim-30 metadata:ObjectMeta spec!:v1alpha2.ResourceClaimSpec \
      status:v1alpha2.ResourceClaimStatus
    resource.k8s.io/v1alpha2/ResourceClaimParameters+30-30 driverRequests:[]DriverRequests \
      generatedFrom:ResourceClaimParametersReference metadata:ObjectMeta shareable:bool
    resource.k8s.io/v1alpha2/ResourceClaimTemplate-30 metadata:ObjectMeta \
      spec!:v1alpha2.ResourceClaimTemplateSpec
    resource.k8s.io/v1alpha2/ResourceClass-30 driverName! metadata:ObjectMeta \
      parametersRef:ResourceClassParametersReference structuredParameters+30-30:bool \
      suitableNodes:NodeSelector
    resource.k8s.io/v1alpha2/ResourceClassParameters+30-30 filters:[]ResourceFilter \
      generatedFrom:ResourceClassParametersReference metadata:ObjectMeta vendorParameters:[]VendorParameters
    resource.k8s.io/v1alpha2/ResourceSlice+30-30 driverName! metadata:ObjectMeta \
      namedResources:NamedResourcesResources nodeName
    resource.k8s.io/v1alpha3/DeviceClass+31-33 metadata:ObjectMeta spec!:v1alpha3.DeviceClassSpec
    resource.k8s.io/v1alpha3/DeviceTaintRule+33 metadata:ObjectMeta spec!:v1alpha3.DeviceTaintRuleSpec \
      status+35:v1alpha3.DeviceTaintRuleStatus
    resource.k8s.io/v1alpha3/PodSchedulingContext+31-31 metadata:ObjectMeta \
      spec!:v1alpha3.PodSchedulingContextSpec status:v1alpha3.PodSchedulingContextStatus
    resource.k8s.io/v1alpha3/ResourceClaim+31-33 metadata:ObjectMeta spec!:v1alpha3.ResourceClaimSpec \
      status:v1alpha3.ResourceClaimStatus
    resource.k8s.io/v1alpha3/ResourceClaimTemplate+31-33 metadata:ObjectMeta \
      spec!:v1alpha3.ResourceClaimTemplateSpec
    resource.k8s.io/v1alpha3/ResourcePoolStatusRequest+36 metadata!:ObjectMeta \
      spec!:ResourcePoolStatusRequestSpec status:ResourcePoolStatusRequestStatus
    resource.k8s.io/v1alpha3/ResourceSlice+31-33 metadata:ObjectMeta spec!:v1alpha3.ResourceSliceSpec
    resource.k8s.io/v1beta1/DeviceClass+32 metadata:ObjectMeta spec!:v1beta1.DeviceClassSpec
    resource.k8s.io/v1beta1/ResourceClaim+32 metadata:ObjectMeta spec!:v1beta1.ResourceClaimSpec \
      status:v1beta1.ResourceClaimStatus
    resource.k8s.io/v1beta1/ResourceClaimTemplate+32 metadata:ObjectMeta \
      spec!:v1beta1.ResourceClaimTemplateSpec
    resource.k8s.io/v1beta1/ResourceSlice+32 metadata:ObjectMeta spec!:v1beta1.ResourceSliceSpec
    resource.k8s.io/v1beta2/DeviceClass+33 metadata:ObjectMeta spec!:v1beta2.DeviceClassSpec
    resource.k8s.io/v1beta2/DeviceTaintRule+36 metadata:ObjectMeta spec!:v1beta2.DeviceTaintRuleSpec \
      status:v1beta2.DeviceTaintRuleStatus
    resource.k8s.io/v1beta2/ResourceClaim+33 metadata:ObjectMeta spec!:v1beta2.ResourceClaimSpec \
      status:v1beta2.ResourceClaimStatus
    resource.k8s.io/v1beta2/ResourceClaimTemplate+33 metadata:ObjectMeta \
      spec!:v1beta2.ResourceClaimTemplateSpec
    resource.k8s.io/v1beta2/ResourceSlice+33 metadata:ObjectMeta spec!:v1beta2.ResourceSliceSpec
    scheduling.k8s.io/v1/PriorityClass description globalDefault:bool metadata:ObjectMeta preemptionPolicy \
      value!:int
    scheduling.k8s.io/v1alpha1/Workload+35-35 metadata:ObjectMeta spec!:v1alpha1.WorkloadSpec
    scheduling.k8s.io/v1alpha2/PodGroup+36-36 metadata:ObjectMeta spec!:v1alpha2.PodGroupSpec \
      status:v1alpha2.PodGroupStatus
    scheduling.k8s.io/v1alpha2/Workload+36-36 metadata:ObjectMeta spec!:v1alpha2.WorkloadSpec
    scheduling.k8s.io/v1alpha3/CompositePodGroup+37 metadata:ObjectMeta spec!:CompositePodGroupSpec \
      status:CompositePodGroupStatus
    scheduling.k8s.io/v1alpha3/PodGroup+37 metadata:ObjectMeta spec!:v1alpha3.PodGroupSpec \
      status:v1alpha3.PodGroupStatus
    scheduling.k8s.io/v1alpha3/Workload+37 metadata:ObjectMeta spec!:v1alpha3.WorkloadSpec
    scheduling.k8s.io/v1beta1/PodGroup+37 metadata:ObjectMeta spec!:v1alpha3.PodGroupSpec \
      status:v1alpha3.PodGroupStatus
    scheduling.k8s.io/v1beta1/Workload+37 metadata:ObjectMeta spec!:v1beta1.WorkloadSpec
    storage.k8s.io/v1/CSIDriver metadata:ObjectMeta spec!:CSIDriverSpec
    storage.k8s.io/v1/CSINode metadata:ObjectMeta spec!:CSINodeSpec status+37:CSINodeStatus
    storage.k8s.io/v1/CSIStorageCapacity capacity:quantity maximumVolumeSize:quantity metadata:ObjectMeta \
      nodeTopology:LabelSelector storageClassName!
    storage.k8s.io/v1/StorageClass allowVolumeExpansion:bool allowedTopologies:[]TopologySelectorTerm \
      metadata:ObjectMeta mountOptions:[] parameters:map: provisioner! reclaimPolicy volumeBindingMode
    storage.k8s.io/v1/VolumeAttachment metadata:ObjectMeta spec!:VolumeAttachmentSpec \
      status:VolumeAttachmentStatus
    storage.k8s.io/v1/VolumeAttributesClass+34 driverName! metadata:ObjectMeta parameters:map:
    storage.k8s.io/v1alpha1/VolumeAttributesClass+29-34 driverName! metadata:ObjectMeta parameters:map:
    storage.k8s.io/v1beta1/VolumeAttributesClass+31-36 driverName! metadata:ObjectMeta parameters:map:
    storagemigration.k8s.io/v1/StorageVersionMigration+37 metadata:ObjectMeta \
      spec:v1.StorageVersionMigrationSpec status:v1.StorageVersionMigrationStatus
    storagemigration.k8s.io/v1alpha1/StorageVersionMigration+30-34 metadata:ObjectMeta \
      spec:v1alpha1.StorageVersionMigrationSpec status:v1alpha1.StorageVersionMigrationStatus
    storagemigration.k8s.io/v1beta1/StorageVersionMigration+35 metadata:ObjectMeta \
      spec:v1beta1.StorageVersionMigrationSpec status:v1beta1.StorageVersionMigrationStatus
    v1.AllocatedDeviceStatus conditions+34:[]Condition data+34:any device!+34 driver!+34 \
      networkData+34:v1.NetworkDeviceData pool!+34 shareID+34
    v1.AllocationResult allocationTimestamp+34:time devices+34:v1.DeviceAllocationResult \
      nodeSelector+34:NodeSelector
    v1.ApplyConfiguration expression+36
    v1.AuditAnnotation key!+30 valueExpression!+30
    v1.CELDeviceSelector expression!+34
    v1.CapacityRequestPolicy default+34:quantity validRange+34:v1.CapacityRequestPolicyRange \
      validValues+34:[]quantity
    v1.CapacityRequestPolicyRange max+34:quantity min!+34:quantity step+34:quantity
    v1.CapacityRequirements requests+34:map:quantity
    v1.ClusterTrustBundleSpec signerName+37 trustBundle!+37
    v1.Counter value!+34:quantity
    v1.CounterSet counters!+34:map:v1.Counter name!+34
    v1.CrossVersionObjectReference apiVersion kind! name!
    v1.Device allNodes+34:bool allowMultipleAllocations+34:bool attributes+34:map:v1.DeviceAttribute \
      bindingConditions+34:[] bindingFailureConditions+34:[] bindsToNode+34:bool \
      capacity+34:map:v1.DeviceCapacity consumesCounters+34:[]v1.DeviceCounterConsumption name!+34 \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName+34 nodeSelector+34:NodeSelector \
      taints+34:[]v1.DeviceTaint
    v1.DeviceAllocationConfiguration opaque+34:v1.OpaqueDeviceConfiguration requests+34:[] source!+34
    v1.DeviceAllocationResult config+34:[]v1.DeviceAllocationConfiguration \
      results+34:[]v1.DeviceRequestAllocationResult
    v1.DeviceAttribute bool+34:bool bools+36:[]bool int+34:int ints+36:[]int string+34 strings+36:[] \
      version+34 versions+36:[]
    v1.DeviceCapacity requestPolicy+34:v1.CapacityRequestPolicy value!+34:quantity
    v1.DeviceClaim config+34:[]v1.DeviceClaimConfiguration constraints+34:[]v1.DeviceConstraint \
      requests+34:[]v1.DeviceRequest
    v1.DeviceClaimConfiguration opaque+34:v1.OpaqueDeviceConfiguration requests+34:[]
    v1.DeviceClassConfiguration opaque+34:v1.OpaqueDeviceConfiguration
    v1.DeviceClassSpec config+34:[]v1.DeviceClassConfiguration extendedResourceName+34 \
      selectors+34:[]v1.DeviceSelector
    v1.DeviceConstraint distinctAttribute+34 matchAttribute+34 requests+34:[]
    v1.DeviceCounterConsumption compatibilityGroups+37:[] counterSet!+34 counters!+34:map:v1.Counter
    v1.DeviceDerivedAttribute expression!+37 name!+37
    v1.DeviceRequest exactly+34:v1.ExactDeviceRequest firstAvailable+34:[]v1.DeviceSubRequest name!+34
    v1.DeviceRequestAllocationResult adminAccess+34:bool bindingConditions+34:[] \
      bindingFailureConditions+34:[] consumedCapacity+34:map:quantity device!+34 driver!+34 pool!+34 \
      request!+34 shareID+34 skipNodeOperations+37:[] tolerations+34:[]v1.DeviceToleration
    v1.DeviceSelector cel+34:v1.CELDeviceSelector
    v1.DeviceSubRequest allocationMode+34 capacity+34:v1.CapacityRequirements count+34:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName!+34 name!+34 \
      selectors+34:[]v1.DeviceSelector tolerations+34:[]v1.DeviceToleration
    v1.DeviceTaint effect!+34 key!+34 timeAdded+34:time value+34
    v1.DeviceTaintRuleSpec deviceSelector+37:v1.DeviceTaintSelector taint!+37:v1.DeviceTaint
    v1.DeviceTaintRuleStatus conditions+37:[]Condition
    v1.DeviceTaintSelector device+37 driver+37 pool+37
    v1.DeviceToleration effect+34 key+34 operator+34 tolerationSeconds+34:int value+34
    v1.ExactDeviceRequest adminAccess+34:bool allocationMode+34 capacity+34:v1.CapacityRequirements \
      count+34:int derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName!+34 \
      selectors+34:[]v1.DeviceSelector tolerations+34:[]v1.DeviceToleration
    v1.ExemptPriorityLevelConfiguration lendablePercent+29:int nominalConcurrencyShares+29:int
    v1.ExpressionWarning fieldRef!+30 warning!+30
    v1.FlowDistinguisherMethod type!+29
    v1.FlowSchemaCondition lastTransitionTime+29:time message+29 reason+29 status+29 type!+29
    v1.FlowSchemaSpec distinguisherMethod+29:v1.FlowDistinguisherMethod matchingPrecedence+29:int \
      priorityLevelConfiguration!+29:v1.PriorityLevelConfigurationReference \
      rules+29:[]v1.PolicyRulesWithSubjects
    v1.FlowSchemaStatus conditions+29:[]v1.FlowSchemaCondition
    v1.GroupSubject name!+29
    v1.HorizontalPodAutoscalerSpec maxReplicas!:int minReplicas:int \
      scaleTargetRef!:v1.CrossVersionObjectReference targetCPUUtilizationPercentage:int
    v1.HorizontalPodAutoscalerStatus currentCPUUtilizationPercentage:int currentReplicas!:int \
      desiredReplicas!:int lastScaleTime:time observedGeneration:int
    v1.IPAddressSpec parentRef!+33:v1.ParentReference
    v1.JSONPatch expression+36
    v1.LimitResponse queuing+29:v1.QueuingConfiguration type!+29
    v1.LimitedPriorityLevelConfiguration borrowingLimitPercent+29:int lendablePercent+29:int \
      limitResponse!+29:v1.LimitResponse nominalConcurrencyShares+29:int
    v1.MatchCondition expression! name!
    v1.MatchResources excludeResourceRules+30:[]v1.NamedRuleWithOperations matchPolicy+30 \
      namespaceSelector+30:LabelSelector objectSelector+30:LabelSelector \
      resourceRules+30:[]v1.NamedRuleWithOperations
    v1.MutatingAdmissionPolicyBindingSpec matchResources+36:v1.MatchResources paramRef+36:v1.ParamRef \
      policyName+36
    v1.MutatingAdmissionPolicySpec failurePolicy+36 matchConditions+36:[]v1.MatchCondition \
      matchConstraints+36:v1.MatchResources mutations+36:[]v1.Mutation paramKind+36:v1.ParamKind \
      reinvocationPolicy+36 variables+36:[]v1.Variable
    v1.Mutation applyConfiguration+36:v1.ApplyConfiguration jsonPatch+36:v1.JSONPatch patchType!+36
    v1.NamedRuleWithOperations apiGroups+30:[] apiVersions+30:[] operations+30:[] resourceNames+30:[] \
      resources+30:[] scope+30
    v1.NetworkDeviceData hardwareAddress+34 interfaceName+34 ips+34:[]
    v1.NodeAllocatableMapping capacityKey+37 capacityMultiplier+37:quantity deviceMultiplier+37:quantity
    v1.NodeAllocatableOverhead perContainer+37:quantity perPod+37:quantity
    v1.NodeAllocatableResource mapping+37:v1.NodeAllocatableMapping overhead+37:v1.NodeAllocatableOverhead
    v1.NodeAllocatableResourceMapping allocationMultiplier+36-36:quantity capacityKey+36-36
    v1.NonResourcePolicyRule nonResourceURLs!+29:[] verbs!+29:[]
    v1.OpaqueDeviceConfiguration driver!+34 parameters!+34:any
    v1.ParamKind apiVersion+30 kind+30
    v1.ParamRef name+30 namespace+30 parameterNotFoundAction+30 selector+30:LabelSelector
    v1.ParentReference group+33 name!+33 namespace+33 resource!+33
    v1.PodCertificateRequestSpec maxExpirationSeconds+37:int nodeName!+37 nodeUID!+37 podName!+37 podUID!+37 \
      serviceAccountName!+37 serviceAccountUID!+37 signerName!+37 stubPKCS10Request!+37:bytes \
      unverifiedUserAnnotations+37:map:
    v1.PodCertificateRequestStatus beginRefreshAt+37:time certificateChain+37 conditions+37:[]Condition \
      notAfter+37:time notBefore+37:time
    v1.PolicyRulesWithSubjects nonResourceRules+29:[]v1.NonResourcePolicyRule \
      resourceRules+29:[]v1.ResourcePolicyRule subjects!+29:[]flowcontrol.v1.Subject
    v1.PriorityLevelConfigurationCondition lastTransitionTime+29:time message+29 reason+29 status+29 \
      type!+29
    v1.PriorityLevelConfigurationReference name!+29
    v1.PriorityLevelConfigurationSpec exempt+29:v1.ExemptPriorityLevelConfiguration \
      limited+29:v1.LimitedPriorityLevelConfiguration type!+29
    v1.PriorityLevelConfigurationStatus conditions+29:[]v1.PriorityLevelConfigurationCondition
    v1.QueuingConfiguration handSize+29:int queueLengthLimit+29:int queues+29:int
    v1.ResourceClaimConsumerReference apiGroup+34 name!+34 resource!+34 uid!+34
    v1.ResourceClaimSpec devices+34:v1.DeviceClaim
    v1.ResourceClaimStatus allocation+34:v1.AllocationResult devices+34:[]v1.AllocatedDeviceStatus \
      reservedFor+34:[]v1.ResourceClaimConsumerReference
    v1.ResourceClaimTemplateSpec metadata+34:ObjectMeta spec!+34:v1.ResourceClaimSpec
    v1.ResourcePolicyRule apiGroups!+29:[] clusterScope+29:bool namespaces+29:[] resources!+29:[] \
      verbs!+29:[]
    v1.ResourcePool generation!+34:int name!+34 resourceSliceCount!+34:int
    v1.ResourceSliceSpec allNodes+34:bool devices+34:[]v1.Device driver!+34 nodeName+34 \
      nodeSelector+34:NodeSelector partitionTypeAttribute+37 perDeviceNodeSelection+34:bool \
      pool!+34:v1.ResourcePool sharedCounters+34:[]v1.CounterSet skipNodeOperations+37:[]
    v1.SelfSubjectReviewStatus userInfo:UserInfo
    v1.ServiceAccountSubject name!+29 namespace!+29
    v1.ServiceCIDRSpec cidrs+33:[]
    v1.ServiceCIDRStatus conditions+33:[]Condition
    v1.StorageVersionMigrationSpec resource!+37:GroupResource
    v1.StorageVersionMigrationStatus conditions+37:[]Condition resourceVersion+37
    v1.TypeChecking expressionWarnings+30:[]v1.ExpressionWarning
    v1.TypedLocalObjectReference apiGroup kind! name!
    v1.UserSubject name!+29
    v1.ValidatingAdmissionPolicyBindingSpec matchResources+30:v1.MatchResources paramRef+30:v1.ParamRef \
      policyName!+30 validationActions!+30:[]
    v1.ValidatingAdmissionPolicySpec auditAnnotations+30:[]v1.AuditAnnotation failurePolicy+30 \
      matchConditions+30:[]v1.MatchCondition matchConstraints+30:v1.MatchResources paramKind+30:v1.ParamKind \
      validations+30:[]v1.Validation variables+30:[]v1.Variable
    v1.ValidatingAdmissionPolicyStatus conditions+30:[]Condition observedGeneration+30:int \
      typeChecking+30:v1.TypeChecking
    v1.Validation expression!+30 message+30 messageExpression+30 reason+30
    v1.Variable expression!+30 name!+30
    v1.WorkloadReference name!+35-35 podGroup!+35-35 podGroupReplicaKey+35-35
    v1/ComponentStatus conditions:[]ComponentCondition metadata:ObjectMeta
    v1/ConfigMap binaryData:map:bytes data:map: immutable:bool metadata:ObjectMeta
    v1/Endpoints metadata:ObjectMeta subsets:[]EndpointSubset
    v1/Event action count:int eventTime:time firstTimestamp:time involvedObject!:ObjectReference \
      lastTimestamp:time message metadata!:ObjectMeta reason related:ObjectReference reportingComponent \
      reportingInstance series:core.v1.EventSeries source:EventSource type
    v1/LimitRange metadata:ObjectMeta spec:LimitRangeSpec
    v1/Namespace metadata:ObjectMeta spec:NamespaceSpec status:NamespaceStatus
    v1/Node metadata:ObjectMeta spec:NodeSpec status:NodeStatus
    v1/PersistentVolume metadata:ObjectMeta spec:PersistentVolumeSpec status:PersistentVolumeStatus
    v1/PersistentVolumeClaim metadata:ObjectMeta spec:PersistentVolumeClaimSpec \
      status:PersistentVolumeClaimStatus
    v1/Pod metadata:ObjectMeta spec:PodSpec status:PodStatus
    v1/PodTemplate metadata:ObjectMeta template:PodTemplateSpec
    v1/ReplicationController metadata:ObjectMeta spec:ReplicationControllerSpec \
      status:ReplicationControllerStatus
    v1/ResourceQuota metadata:ObjectMeta spec:ResourceQuotaSpec status:ResourceQuotaStatus
    v1/Secret data:map:bytes immutable:bool metadata:ObjectMeta stringData:map: type
    v1/Service metadata:ObjectMeta spec:ServiceSpec status:ServiceStatus
    v1/ServiceAccount automountServiceAccountToken:bool imagePullSecrets:[]LocalObjectReference \
      metadata:ObjectMeta secrets:[]ObjectReference
    v1alpha1.ApplyConfiguration expression+32
    v1alpha1.AuditAnnotation key!-31 valueExpression!-31
    v1alpha1.ClusterTrustBundleSpec signerName-36 trustBundle!-36
    v1alpha1.ExpressionWarning fieldRef!-31 warning!-31
    v1alpha1.GangSchedulingPolicy minCount!+35-35:int
    v1alpha1.IPAddressSpec parentRef!-30:v1alpha1.ParentReference
    v1alpha1.JSONPatch expression+32
    v1alpha1.LeaseCandidateSpec binaryVersion+31-31 emulationVersion+31-31 leaseName!+31-31 \
      pingTime+31-31:time preferredStrategies!+31-31:[] renewTime+31-31:time
    v1alpha1.MatchResources excludeResourceRules:[]v1alpha1.NamedRuleWithOperations matchPolicy \
      namespaceSelector:LabelSelector objectSelector:LabelSelector \
      resourceRules:[]v1alpha1.NamedRuleWithOperations
    v1alpha1.MutatingAdmissionPolicyBindingSpec matchResources+32:v1alpha1.MatchResources \
      paramRef+32:v1alpha1.ParamRef policyName+32
    v1alpha1.MutatingAdmissionPolicySpec failurePolicy+32 matchConditions+32:[]v1.MatchCondition \
      matchConstraints+32:v1alpha1.MatchResources mutations+32:[]v1alpha1.Mutation \
      paramKind+32:v1alpha1.ParamKind reinvocationPolicy+32 variables+32:[]v1alpha1.Variable
    v1alpha1.Mutation applyConfiguration+32:v1alpha1.ApplyConfiguration jsonPatch+32:v1alpha1.JSONPatch \
      patchType!+32
    v1alpha1.NamedRuleWithOperations apiGroups:[] apiVersions:[] operations:[] resourceNames:[] resources:[] \
      scope
    v1alpha1.ParamKind apiVersion kind
    v1alpha1.ParamRef name namespace parameterNotFoundAction selector:LabelSelector
    v1alpha1.ParentReference group-30 name!-30 namespace-30 resource!-30 uid-28
    v1alpha1.PodCertificateRequestSpec maxExpirationSeconds+34-34:int nodeName!+34-34 nodeUID!+34-34 \
      pkixPublicKey!+34-34:bytes podName!+34-34 podUID!+34-34 proofOfPossession!+34-34:bytes \
      serviceAccountName!+34-34 serviceAccountUID!+34-34 signerName!+34-34
    v1alpha1.PodCertificateRequestStatus beginRefreshAt+34-34:time certificateChain+34-34 \
      conditions+34-34:[]Condition notAfter+34-34:time notBefore+34-34:time
    v1alpha1.SelfSubjectReviewStatus userInfo-31:UserInfo
    v1alpha1.ServiceCIDRSpec cidrs+29-30:[]
    v1alpha1.ServiceCIDRStatus conditions+29-30:[]Condition
    v1alpha1.StorageVersionMigrationSpec continueToken+30-34 resource!+30-34:GroupVersionResource
    v1alpha1.StorageVersionMigrationStatus conditions+30-34:[]MigrationCondition resourceVersion+30-34
    v1alpha1.TypeChecking expressionWarnings-31:[]v1alpha1.ExpressionWarning
    v1alpha1.TypedLocalObjectReference apiGroup+35-35 kind!+35-35 name!+35-35
    v1alpha1.ValidatingAdmissionPolicyBindingSpec matchResources-31:v1alpha1.MatchResources \
      paramRef-31:v1alpha1.ParamRef policyName-31 validationActions-31:[]
    v1alpha1.ValidatingAdmissionPolicySpec auditAnnotations-31:[]v1alpha1.AuditAnnotation failurePolicy-31 \
      matchConditions-31:[]v1.MatchCondition matchConstraints-31:v1alpha1.MatchResources \
      paramKind-31:v1alpha1.ParamKind validations-31:[]v1alpha1.Validation variables-31:[]v1alpha1.Variable
    v1alpha1.ValidatingAdmissionPolicyStatus conditions-31:[]Condition observedGeneration-31:int \
      typeChecking-31:v1alpha1.TypeChecking
    v1alpha1.Validation expression!-31 message-31 messageExpression-31 reason-31
    v1alpha1.Variable expression! name!
    v1alpha1.WorkloadSpec controllerRef+35-35:v1alpha1.TypedLocalObjectReference podGroups!+35-35:[]PodGroup
    v1alpha2.AllocationResult availableOnNodes-30:NodeSelector resourceHandles-30:[]ResourceHandle \
      shareable-30:bool
    v1alpha2.GangSchedulingPolicy minCount!+36-36:int
    v1alpha2.LeaseCandidateSpec binaryVersion!+32 emulationVersion+32 leaseName!+32 pingTime+32:time \
      renewTime+32:time strategy!+32
    v1alpha2.PodGroupResourceClaim name!+36-36 resourceClaimName+36-36 resourceClaimTemplateName+36-36
    v1alpha2.PodGroupResourceClaimStatus name!+36-36 resourceClaimName+36-36
    v1alpha2.PodGroupSchedulingConstraints topology+36-36:[]v1alpha2.TopologyConstraint
    v1alpha2.PodGroupSchedulingPolicy basic+36-36:any gang+36-36:v1alpha2.GangSchedulingPolicy
    v1alpha2.PodGroupSpec disruptionMode+36-36 podGroupTemplateRef+36-36:PodGroupTemplateReference \
      priority+36-36:int priorityClassName+36-36 resourceClaims+36-36:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints+36-36:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy!+36-36:v1alpha2.PodGroupSchedulingPolicy
    v1alpha2.PodGroupStatus conditions+36-36:[]Condition \
      resourceClaimStatuses+36-36:[]v1alpha2.PodGroupResourceClaimStatus
    v1alpha2.PodGroupTemplate disruptionMode+36-36 name!+36-36 priority+36-36:int priorityClassName+36-36 \
      resourceClaims+36-36:[]v1alpha2.PodGroupResourceClaim \
      schedulingConstraints+36-36:v1alpha2.PodGroupSchedulingConstraints \
      schedulingPolicy!+36-36:v1alpha2.PodGroupSchedulingPolicy
    v1alpha2.PodSchedulingContextSpec potentialNodes-30:[] selectedNode-30
    v1alpha2.PodSchedulingContextStatus resourceClaims-30:[]v1alpha2.ResourceClaimSchedulingStatus
    v1alpha2.ResourceClaimConsumerReference apiGroup-30 name!-30 resource!-30 uid!-30
    v1alpha2.ResourceClaimSchedulingStatus name-30 unsuitableNodes-30:[]
    v1alpha2.ResourceClaimSpec allocationMode-30 parametersRef-30:ResourceClaimParametersReference \
      resourceClassName!-30
    v1alpha2.ResourceClaimStatus allocation-30:v1alpha2.AllocationResult deallocationRequested-30:bool \
      driverName-30 reservedFor-30:[]v1alpha2.ResourceClaimConsumerReference
    v1alpha2.ResourceClaimTemplateSpec metadata-30:ObjectMeta spec!-30:v1alpha2.ResourceClaimSpec
    v1alpha2.TopologyConstraint key!+36-36
    v1alpha2.TypedLocalObjectReference apiGroup+36-36 kind!+36-36 name!+36-36
    v1alpha2.WorkloadSpec controllerRef+36-36:v1alpha2.TypedLocalObjectReference \
      podGroupTemplates!+36-36:[]v1alpha2.PodGroupTemplate
    v1alpha3.AllocatedDeviceStatus conditions+32-33:[]Condition data+32-33:any device!+32-33 driver!+32-33 \
      networkData+32-33:v1alpha3.NetworkDeviceData pool!+32-33
    v1alpha3.AllocationResult controller+31-31 devices+31-33:v1alpha3.DeviceAllocationResult \
      nodeSelector+31-33:NodeSelector
    v1alpha3.BasicDevice allNodes+33-33:bool attributes+31-33:map:v1alpha3.DeviceAttribute \
      capacity+31-33:map:quantity consumesCounters+33-33:[]v1alpha3.DeviceCounterConsumption nodeName+33-33 \
      nodeSelector+33-33:NodeSelector taints+33-33:[]v1alpha3.DeviceTaint
    v1alpha3.CELDeviceSelector expression!+31-34
    v1alpha3.CompositeDisruptionMode all+37:any single+37:any
    v1alpha3.CompositeGangSchedulingPolicy minGroupCount!+37:int
    v1alpha3.CompositePodGroupSchedulingConstraints topology+37:[]v1alpha3.TopologyConstraint
    v1alpha3.CompositePodGroupSchedulingPolicy basic+37:any gang+37:v1alpha3.CompositeGangSchedulingPolicy
    v1alpha3.CompositePodGroupTemplate compositePodGroupTemplates+37:[]v1alpha3.CompositePodGroupTemplate \
      disruptionMode+37:v1alpha3.CompositeDisruptionMode name!+37 \
      podGroupTemplates+37:[]v1alpha3.PodGroupTemplate preemptionPolicy+37 priority+37:int \
      priorityClassName+37 schedulingConstraints+37:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy!+37:v1alpha3.CompositePodGroupSchedulingPolicy
    v1alpha3.Counter value!+33-33:quantity
    v1alpha3.CounterSet counters!+33-33:map:v1alpha3.Counter name!+33-33
    v1alpha3.Device basic+31-33:v1alpha3.BasicDevice name!+31-33
    v1alpha3.DeviceAllocationConfiguration opaque+31-33:v1alpha3.OpaqueDeviceConfiguration requests+31-33:[] \
      source!+31-33
    v1alpha3.DeviceAllocationResult config+31-33:[]v1alpha3.DeviceAllocationConfiguration \
      results+31-33:[]v1alpha3.DeviceRequestAllocationResult
    v1alpha3.DeviceAttribute bool+31-33:bool int+31-33:int string+31-33 version+31-33
    v1alpha3.DeviceClaim config+31-33:[]v1alpha3.DeviceClaimConfiguration \
      constraints+31-33:[]v1alpha3.DeviceConstraint requests+31-33:[]v1alpha3.DeviceRequest
    v1alpha3.DeviceClaimConfiguration opaque+31-33:v1alpha3.OpaqueDeviceConfiguration requests+31-33:[]
    v1alpha3.DeviceClassConfiguration opaque+31-33:v1alpha3.OpaqueDeviceConfiguration
    v1alpha3.DeviceClassSpec config+31-33:[]v1alpha3.DeviceClassConfiguration \
      selectors+31-33:[]v1alpha3.DeviceSelector suitableNodes+31-31:NodeSelector
    v1alpha3.DeviceConstraint matchAttribute+31-33 requests+31-33:[]
    v1alpha3.DeviceCounterConsumption counterSet!+33-33 counters!+33-33:map:v1alpha3.Counter
    v1alpha3.DeviceRequest adminAccess+31-33:bool allocationMode+31-33 count+31-33:int deviceClassName+31-33 \
      firstAvailable+33-33:[]v1alpha3.DeviceSubRequest name!+31-33 selectors+31-33:[]v1alpha3.DeviceSelector \
      tolerations+33-33:[]v1alpha3.DeviceToleration
    v1alpha3.DeviceRequestAllocationResult adminAccess+32-33:bool device!+31-33 driver!+31-33 pool!+31-33 \
      request!+31-33 tolerations+33-33:[]v1alpha3.DeviceToleration
    v1alpha3.DeviceSelector cel+31-34:v1alpha3.CELDeviceSelector
    v1alpha3.DeviceSubRequest allocationMode+33-33 count+33-33:int deviceClassName!+33-33 name!+33-33 \
      selectors+33-33:[]v1alpha3.DeviceSelector tolerations+33-33:[]v1alpha3.DeviceToleration
    v1alpha3.DeviceTaint effect!+33 key!+33 timeAdded+33:time value+33
    v1alpha3.DeviceTaintRuleSpec deviceSelector+33:v1alpha3.DeviceTaintSelector \
      taint!+33:v1alpha3.DeviceTaint
    v1alpha3.DeviceTaintRuleStatus conditions+35:[]Condition
    v1alpha3.DeviceTaintSelector device+33 deviceClassName+33-34 driver+33 pool+33 \
      selectors+33-34:[]v1alpha3.DeviceSelector
    v1alpha3.DeviceToleration effect+33-33 key+33-33 operator+33-33 tolerationSeconds+33-33:int value+33-33
    v1alpha3.DisruptionMode all+37:any single+37:any
    v1alpha3.GangSchedulingPolicy minCount!+37:int
    v1alpha3.NetworkDeviceData hardwareAddress+32-33 interfaceName+32-33 ips+32-33:[]
    v1alpha3.OpaqueDeviceConfiguration driver!+31-33 parameters!+31-33:any
    v1alpha3.PodGroupResourceClaim name!+37 resourceClaimName+37 resourceClaimTemplateName+37
    v1alpha3.PodGroupResourceClaimStatus name!+37 resourceClaimName+37
    v1alpha3.PodGroupSchedulingConstraints topology+37:[]v1alpha3.TopologyConstraint
    v1alpha3.PodGroupSchedulingPolicy basic+37:any gang+37:v1alpha3.GangSchedulingPolicy
    v1alpha3.PodGroupSpec disruptionMode+37:v1alpha3.DisruptionMode parentCompositePodGroupName+37 \
      preemptionPolicy+37 priority+37:int priorityClassName+37 \
      resourceClaims+37:[]v1alpha3.PodGroupResourceClaim \
      schedulingConstraints+37:v1alpha3.PodGroupSchedulingConstraints \
      schedulingPolicy!+37:v1alpha3.PodGroupSchedulingPolicy workloadRef+37:v1alpha3.WorkloadReference
    v1alpha3.PodGroupStatus conditions+37:[]Condition \
      resourceClaimStatuses+37:[]v1alpha3.PodGroupResourceClaimStatus
    v1alpha3.PodGroupTemplate disruptionMode+37:v1alpha3.DisruptionMode name!+37 preemptionPolicy+37 \
      priority+37:int priorityClassName+37 resourceClaims+37:[]v1alpha3.PodGroupResourceClaim \
      schedulingConstraints+37:v1alpha3.PodGroupSchedulingConstraints \
      schedulingPolicy!+37:v1alpha3.PodGroupSchedulingPolicy
    v1alpha3.PodSchedulingContextSpec potentialNodes+31-31:[] selectedNode+31-31
    v1alpha3.PodSchedulingContextStatus resourceClaims+31-31:[]v1alpha3.ResourceClaimSchedulingStatus
    v1alpha3.ResourceClaimConsumerReference apiGroup+31-33 name!+31-33 resource!+31-33 uid!+31-33
    v1alpha3.ResourceClaimSchedulingStatus name!+31-31 unsuitableNodes+31-31:[]
    v1alpha3.ResourceClaimSpec controller+31-31 devices+31-33:v1alpha3.DeviceClaim
    v1alpha3.ResourceClaimStatus allocation+31-33:v1alpha3.AllocationResult deallocationRequested+31-31:bool \
      devices+32-33:[]v1alpha3.AllocatedDeviceStatus \
      reservedFor+31-33:[]v1alpha3.ResourceClaimConsumerReference
    v1alpha3.ResourceClaimTemplateSpec metadata+31-33:ObjectMeta spec!+31-33:v1alpha3.ResourceClaimSpec
    v1alpha3.ResourcePool generation!+31-33:int name!+31-33 resourceSliceCount!+31-33:int
    v1alpha3.ResourceSliceSpec allNodes+31-33:bool devices+31-33:[]v1alpha3.Device driver!+31-33 \
      nodeName+31-33 nodeSelector+31-33:NodeSelector perDeviceNodeSelection+33-33:bool \
      pool!+31-33:v1alpha3.ResourcePool sharedCounters+33-33:[]v1alpha3.CounterSet
    v1alpha3.TopologyConstraint key!+37
    v1alpha3.TypedLocalObjectReference apiGroup+37 kind!+37 name!+37
    v1alpha3.WorkloadReference templateName!+37 workloadName!+37
    v1alpha3.WorkloadSpec compositePodGroupTemplates+37:[]v1alpha3.CompositePodGroupTemplate \
      controllerRef+37:v1alpha3.TypedLocalObjectReference podGroupTemplates+37:[]v1alpha3.PodGroupTemplate
    v1beta1.AllocatedDeviceStatus conditions+32:[]Condition data+32:any device!+32 driver!+32 \
      networkData+32:v1beta1.NetworkDeviceData pool!+32 shareID+34
    v1beta1.AllocationResult allocationTimestamp+34:time devices+32:v1beta1.DeviceAllocationResult \
      nodeSelector+32:NodeSelector
    v1beta1.ApplyConfiguration expression+34
    v1beta1.AuditAnnotation key!-33 valueExpression!-33
    v1beta1.BasicDevice allNodes+33:bool allowMultipleAllocations+34:bool \
      attributes+32:map:v1beta1.DeviceAttribute bindingConditions+34:[] bindingFailureConditions+34:[] \
      bindsToNode+34:bool capacity+32:map:v1beta1.DeviceCapacity \
      consumesCounters+33:[]v1beta1.DeviceCounterConsumption \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName+33 nodeSelector+33:NodeSelector \
      taints+33:[]v1alpha3.DeviceTaint
    v1beta1.CELDeviceSelector expression!+32
    v1beta1.ClusterTrustBundleSpec signerName+33 trustBundle!+33
    v1beta1.CompositePodGroupTemplate compositePodGroupTemplates+37:[]v1beta1.CompositePodGroupTemplate \
      disruptionMode+37:v1alpha3.CompositeDisruptionMode name!+37 \
      podGroupTemplates+37:[]v1alpha3.PodGroupTemplate preemptionPolicy+37 priority+37:int \
      priorityClassName+37 schedulingConstraints+37:v1alpha3.CompositePodGroupSchedulingConstraints \
      schedulingPolicy!+37:v1alpha3.CompositePodGroupSchedulingPolicy
    v1beta1.Counter value!+33:quantity
    v1beta1.CounterSet counters!+33:map:v1beta1.Counter name!+33
    v1beta1.Device basic+32:v1beta1.BasicDevice name!+32
    v1beta1.DeviceAllocationConfiguration opaque+32:v1beta1.OpaqueDeviceConfiguration requests+32:[] \
      source!+32
    v1beta1.DeviceAllocationResult config+32:[]v1beta1.DeviceAllocationConfiguration \
      results+32:[]v1beta1.DeviceRequestAllocationResult
    v1beta1.DeviceAttribute bool+32:bool bools+36:[]bool int+32:int ints+36:[]int string+32 strings+36:[] \
      version+32 versions+36:[]
    v1beta1.DeviceCapacity requestPolicy+34:v1.CapacityRequestPolicy value!+32:quantity
    v1beta1.DeviceClaim config+32:[]v1beta1.DeviceClaimConfiguration \
      constraints+32:[]v1beta1.DeviceConstraint requests+32:[]v1beta1.DeviceRequest
    v1beta1.DeviceClaimConfiguration opaque+32:v1beta1.OpaqueDeviceConfiguration requests+32:[]
    v1beta1.DeviceClassConfiguration opaque+32:v1beta1.OpaqueDeviceConfiguration
    v1beta1.DeviceClassSpec config+32:[]v1beta1.DeviceClassConfiguration extendedResourceName+34 \
      selectors+32:[]v1beta1.DeviceSelector
    v1beta1.DeviceConstraint distinctAttribute+34 matchAttribute+32 requests+32:[]
    v1beta1.DeviceCounterConsumption compatibilityGroups+37:[] counterSet!+33 \
      counters!+33:map:v1beta1.Counter
    v1beta1.DeviceRequest adminAccess+32:bool allocationMode+32 capacity+34:v1.CapacityRequirements \
      count+32:int derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName+32 \
      firstAvailable+33:[]v1beta1.DeviceSubRequest name!+32 selectors+32:[]v1beta1.DeviceSelector \
      tolerations+33:[]v1beta1.DeviceToleration
    v1beta1.DeviceRequestAllocationResult adminAccess+32:bool bindingConditions+34:[] \
      bindingFailureConditions+34:[] consumedCapacity+34:map:quantity device!+32 driver!+32 pool!+32 \
      request!+32 shareID+34 skipNodeOperations+37:[] tolerations+33:[]v1beta1.DeviceToleration
    v1beta1.DeviceSelector cel+32:v1beta1.CELDeviceSelector
    v1beta1.DeviceSubRequest allocationMode+33 capacity+34:v1.CapacityRequirements count+33:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName!+33 name!+33 \
      selectors+33:[]v1beta1.DeviceSelector tolerations+33:[]v1beta1.DeviceToleration
    v1beta1.DeviceToleration effect+33 key+33 operator+33 tolerationSeconds+33:int value+33
    v1beta1.ExpressionWarning fieldRef!-33 warning!-33
    v1beta1.IPAddressSpec parentRef!+31-36:v1beta1.ParentReference
    v1beta1.JSONPatch expression+34
    v1beta1.LeaseCandidateSpec binaryVersion!+33 emulationVersion+33 leaseName!+33 pingTime+33:time \
      renewTime+33:time strategy!+33
    v1beta1.MutatingAdmissionPolicyBindingSpec matchResources+34:v1alpha1.MatchResources \
      paramRef+34:v1alpha1.ParamRef policyName+34
    v1beta1.MutatingAdmissionPolicySpec failurePolicy+34 matchConditions+34:[]v1.MatchCondition \
      matchConstraints+34:v1alpha1.MatchResources mutations+34:[]v1beta1.Mutation \
      paramKind+34:v1alpha1.ParamKind reinvocationPolicy+34 variables+34:[]v1alpha1.Variable
    v1beta1.Mutation applyConfiguration+34:v1beta1.ApplyConfiguration jsonPatch+34:v1beta1.JSONPatch \
      patchType!+34
    v1beta1.NetworkDeviceData hardwareAddress+32 interfaceName+32 ips+32:[]
    v1beta1.OpaqueDeviceConfiguration driver!+32 parameters!+32:any
    v1beta1.ParentReference group+31-36 name!+31-36 namespace+31-36 resource!+31-36
    v1beta1.PodCertificateRequestSpec maxExpirationSeconds+35:int nodeName!+35 nodeUID!+35 \
      pkixPublicKey+35:bytes podName!+35 podUID!+35 proofOfPossession+35:bytes serviceAccountName!+35 \
      serviceAccountUID!+35 signerName!+35 stubPKCS10Request!+36:bytes unverifiedUserAnnotations+35:map:
    v1beta1.PodCertificateRequestStatus beginRefreshAt+35:time certificateChain+35 conditions+35:[]Condition \
      notAfter+35:time notBefore+35:time
    v1beta1.ResourceClaimConsumerReference apiGroup+32 name!+32 resource!+32 uid!+32
    v1beta1.ResourceClaimSpec devices+32:v1beta1.DeviceClaim
    v1beta1.ResourceClaimStatus allocation+32:v1beta1.AllocationResult \
      devices+32:[]v1beta1.AllocatedDeviceStatus reservedFor+32:[]v1beta1.ResourceClaimConsumerReference
    v1beta1.ResourceClaimTemplateSpec metadata+32:ObjectMeta spec!+32:v1beta1.ResourceClaimSpec
    v1beta1.ResourcePool generation!+32:int name!+32 resourceSliceCount!+32:int
    v1beta1.ResourceSliceSpec allNodes+32:bool devices+32:[]v1beta1.Device driver!+32 nodeName+32 \
      nodeSelector+32:NodeSelector partitionTypeAttribute+37 perDeviceNodeSelection+33:bool \
      pool!+32:v1beta1.ResourcePool sharedCounters+33:[]v1beta1.CounterSet skipNodeOperations+37:[]
    v1beta1.SelfSubjectReviewStatus userInfo-32:UserInfo
    v1beta1.ServiceCIDRSpec cidrs+31-36:[]
    v1beta1.ServiceCIDRStatus conditions+31-36:[]Condition
    v1beta1.StorageVersionMigrationSpec resource!+35:GroupResource
    v1beta1.StorageVersionMigrationStatus conditions+35:[]Condition resourceVersion+35
    v1beta1.TypeChecking expressionWarnings-33:[]v1beta1.ExpressionWarning
    v1beta1.ValidatingAdmissionPolicyBindingSpec matchResources-33:v1alpha1.MatchResources \
      paramRef-33:v1alpha1.ParamRef policyName-33 validationActions-33:[]
    v1beta1.ValidatingAdmissionPolicySpec auditAnnotations-33:[]v1beta1.AuditAnnotation failurePolicy-33 \
      matchConditions-33:[]v1.MatchCondition matchConstraints-33:v1alpha1.MatchResources \
      paramKind-33:v1alpha1.ParamKind validations-33:[]v1beta1.Validation variables-33:[]v1alpha1.Variable
    v1beta1.ValidatingAdmissionPolicyStatus conditions-33:[]Condition observedGeneration-33:int \
      typeChecking-33:v1beta1.TypeChecking
    v1beta1.Validation expression!-33 message-33 messageExpression-33 reason-33
    v1beta1.WorkloadSpec compositePodGroupTemplates+37:[]v1beta1.CompositePodGroupTemplate \
      controllerRef+37:v1alpha3.TypedLocalObjectReference podGroupTemplates+37:[]v1alpha3.PodGroupTemplate
    v1beta2.AllocatedDeviceStatus conditions+33:[]Condition data+33:any device!+33 driver!+33 \
      networkData+33:v1beta2.NetworkDeviceData pool!+33 shareID+34
    v1beta2.AllocationResult allocationTimestamp+34:time devices+33:v1beta2.DeviceAllocationResult \
      nodeSelector+33:NodeSelector
    v1beta2.CELDeviceSelector expression!+33
    v1beta2.Device allNodes+33:bool allowMultipleAllocations+34:bool \
      attributes+33:map:v1beta2.DeviceAttribute bindingConditions+34:[] bindingFailureConditions+34:[] \
      bindsToNode+34:bool capacity+33:map:v1beta2.DeviceCapacity \
      consumesCounters+33:[]v1beta1.DeviceCounterConsumption name!+33 \
      nodeAllocatableResourceMappings+36-36:map:v1.NodeAllocatableResourceMapping \
      nodeAllocatableResources+37:map:v1.NodeAllocatableResource nodeName+33 nodeSelector+33:NodeSelector \
      taints+33:[]v1alpha3.DeviceTaint
    v1beta2.DeviceAllocationConfiguration opaque+33:v1beta2.OpaqueDeviceConfiguration requests+33:[] \
      source!+33
    v1beta2.DeviceAllocationResult config+33:[]v1beta2.DeviceAllocationConfiguration \
      results+33:[]v1beta2.DeviceRequestAllocationResult
    v1beta2.DeviceAttribute bool+33:bool bools+36:[]bool int+33:int ints+36:[]int string+33 strings+36:[] \
      version+33 versions+36:[]
    v1beta2.DeviceCapacity requestPolicy+34:v1.CapacityRequestPolicy value!+33:quantity
    v1beta2.DeviceClaim config+33:[]v1beta2.DeviceClaimConfiguration \
      constraints+33:[]v1beta2.DeviceConstraint requests+33:[]v1beta2.DeviceRequest
    v1beta2.DeviceClaimConfiguration opaque+33:v1beta2.OpaqueDeviceConfiguration requests+33:[]
    v1beta2.DeviceClassConfiguration opaque+33:v1beta2.OpaqueDeviceConfiguration
    v1beta2.DeviceClassSpec config+33:[]v1beta2.DeviceClassConfiguration extendedResourceName+34 \
      selectors+33:[]v1beta2.DeviceSelector
    v1beta2.DeviceConstraint distinctAttribute+34 matchAttribute+33 requests+33:[]
    v1beta2.DeviceRequest exactly+33:v1beta2.ExactDeviceRequest firstAvailable+33:[]v1beta2.DeviceSubRequest \
      name!+33
    v1beta2.DeviceRequestAllocationResult adminAccess+33:bool bindingConditions+34:[] \
      bindingFailureConditions+34:[] consumedCapacity+34:map:quantity device!+33 driver!+33 pool!+33 \
      request!+33 shareID+34 skipNodeOperations+37:[] tolerations+33:[]v1beta1.DeviceToleration
    v1beta2.DeviceSelector cel+33:v1beta2.CELDeviceSelector
    v1beta2.DeviceSubRequest allocationMode+33 capacity+34:v1.CapacityRequirements count+33:int \
      derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName!+33 name!+33 \
      selectors+33:[]v1beta2.DeviceSelector tolerations+33:[]v1beta1.DeviceToleration
    v1beta2.DeviceTaintRuleSpec deviceSelector+36:v1beta2.DeviceTaintSelector taint!+36:v1alpha3.DeviceTaint
    v1beta2.DeviceTaintRuleStatus conditions+36:[]Condition
    v1beta2.DeviceTaintSelector device+36 driver+36 pool+36
    v1beta2.ExactDeviceRequest adminAccess+33:bool allocationMode+33 capacity+34:v1.CapacityRequirements \
      count+33:int derivedAttributes+37:[]v1.DeviceDerivedAttribute deviceClassName!+33 \
      selectors+33:[]v1beta2.DeviceSelector tolerations+33:[]v1beta1.DeviceToleration
    v1beta2.ExemptPriorityLevelConfiguration lendablePercent-28:int nominalConcurrencyShares-28:int
    v1beta2.FlowDistinguisherMethod type!-28
    v1beta2.FlowSchemaCondition lastTransitionTime-28:time message-28 reason-28 status-28 type-28
    v1beta2.FlowSchemaSpec distinguisherMethod-28:v1beta2.FlowDistinguisherMethod matchingPrecedence-28:int \
      priorityLevelConfiguration!-28:v1beta2.PriorityLevelConfigurationReference \
      rules-28:[]v1beta2.PolicyRulesWithSubjects
    v1beta2.FlowSchemaStatus conditions-28:[]v1beta2.FlowSchemaCondition
    v1beta2.GroupSubject name!-28
    v1beta2.LimitResponse queuing-28:v1beta2.QueuingConfiguration type!-28
    v1beta2.LimitedPriorityLevelConfiguration assuredConcurrencyShares-28:int borrowingLimitPercent-28:int \
      lendablePercent-28:int limitResponse-28:v1beta2.LimitResponse
    v1beta2.NetworkDeviceData hardwareAddress+33 interfaceName+33 ips+33:[]
    v1beta2.NonResourcePolicyRule nonResourceURLs!-28:[] verbs!-28:[]
    v1beta2.OpaqueDeviceConfiguration driver!+33 parameters!+33:any
    v1beta2.PolicyRulesWithSubjects nonResourceRules-28:[]v1beta2.NonResourcePolicyRule \
      resourceRules-28:[]v1beta2.ResourcePolicyRule subjects!-28:[]v1beta2.Subject
    v1beta2.PriorityLevelConfigurationCondition lastTransitionTime-28:time message-28 reason-28 status-28 \
      type-28
    v1beta2.PriorityLevelConfigurationReference name!-28
    v1beta2.PriorityLevelConfigurationSpec exempt-28:v1beta2.ExemptPriorityLevelConfiguration \
      limited-28:v1beta2.LimitedPriorityLevelConfiguration type!-28
    v1beta2.PriorityLevelConfigurationStatus conditions-28:[]v1beta2.PriorityLevelConfigurationCondition
    v1beta2.QueuingConfiguration handSize-28:int queueLengthLimit-28:int queues-28:int
    v1beta2.ResourceClaimConsumerReference apiGroup+33 name!+33 resource!+33 uid!+33
    v1beta2.ResourceClaimSpec devices+33:v1beta2.DeviceClaim
    v1beta2.ResourceClaimStatus allocation+33:v1beta2.AllocationResult \
      devices+33:[]v1beta2.AllocatedDeviceStatus reservedFor+33:[]v1beta2.ResourceClaimConsumerReference
    v1beta2.ResourceClaimTemplateSpec metadata+33:ObjectMeta spec!+33:v1beta2.ResourceClaimSpec
    v1beta2.ResourcePolicyRule apiGroups!-28:[] clusterScope-28:bool namespaces-28:[] resources!-28:[] \
      verbs!-28:[]
    v1beta2.ResourcePool generation!+33:int name!+33 resourceSliceCount!+33:int
    v1beta2.ResourceSliceSpec allNodes+33:bool devices+33:[]v1beta2.Device driver!+33 nodeName+33 \
      nodeSelector+33:NodeSelector partitionTypeAttribute+37 perDeviceNodeSelection+33:bool \
      pool!+33:v1beta2.ResourcePool sharedCounters+33:[]v1beta1.CounterSet skipNodeOperations+37:[]
    v1beta2.ServiceAccountSubject name!-28 namespace!-28
    v1beta2.Subject group-28:v1beta2.GroupSubject kind!-28 serviceAccount-28:v1beta2.ServiceAccountSubject \
      user-28:v1beta2.UserSubject
    v1beta2.UserSubject name!-28
    v1beta3.ExemptPriorityLevelConfiguration lendablePercent-31:int nominalConcurrencyShares-31:int
    v1beta3.FlowDistinguisherMethod type!-31
    v1beta3.FlowSchemaCondition lastTransitionTime-31:time message-31 reason-31 status-31 type-31
    v1beta3.FlowSchemaSpec distinguisherMethod-31:v1beta3.FlowDistinguisherMethod matchingPrecedence-31:int \
      priorityLevelConfiguration!-31:v1beta3.PriorityLevelConfigurationReference \
      rules-31:[]v1beta3.PolicyRulesWithSubjects
    v1beta3.FlowSchemaStatus conditions-31:[]v1beta3.FlowSchemaCondition
    v1beta3.GroupSubject name!-31
    v1beta3.LimitResponse queuing-31:v1beta3.QueuingConfiguration type!-31
    v1beta3.LimitedPriorityLevelConfiguration borrowingLimitPercent-31:int lendablePercent-31:int \
      limitResponse-31:v1beta3.LimitResponse nominalConcurrencyShares-31:int
    v1beta3.NonResourcePolicyRule nonResourceURLs!-31:[] verbs!-31:[]
    v1beta3.PolicyRulesWithSubjects nonResourceRules-31:[]v1beta3.NonResourcePolicyRule \
      resourceRules-31:[]v1beta3.ResourcePolicyRule subjects!-31:[]v1beta3.Subject
    v1beta3.PriorityLevelConfigurationCondition lastTransitionTime-31:time message-31 reason-31 status-31 \
      type-31
    v1beta3.PriorityLevelConfigurationReference name!-31
    v1beta3.PriorityLevelConfigurationSpec exempt-31:v1beta3.ExemptPriorityLevelConfiguration \
      limited-31:v1beta3.LimitedPriorityLevelConfiguration type!-31
    v1beta3.PriorityLevelConfigurationStatus conditions-31:[]v1beta3.PriorityLevelConfigurationCondition
    v1beta3.QueuingConfiguration handSize-31:int queueLengthLimit-31:int queues-31:int
    v1beta3.ResourcePolicyRule apiGroups!-31:[] clusterScope-31:bool namespaces-31:[] resources!-31:[] \
      verbs!-31:[]
    v1beta3.ServiceAccountSubject name!-31 namespace!-31
    v1beta3.Subject group-31:v1beta3.GroupSubject kind!-31 serviceAccount-31:v1beta3.ServiceAccountSubject \
      user-31:v1beta3.UserSubject
    v1beta3.UserSubject name!-31
    v2.HorizontalPodAutoscalerSpec behavior:HorizontalPodAutoscalerBehavior maxReplicas!:int \
      metrics:[]MetricSpec minReplicas:int scaleTargetRef!:v1.CrossVersionObjectReference
    v2.HorizontalPodAutoscalerStatus conditions:[]HorizontalPodAutoscalerCondition \
      currentMetrics:[]MetricStatus currentReplicas:int desiredReplicas!:int lastScaleTime:time \
      observedGeneration:int
    """

  /// The minor versions that it knows.
  static let versions = 28...37
}
