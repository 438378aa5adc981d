{{/* What is so of each controller, whatever the values say. */}}
{{- define "fluxj.controllers" -}}
- {name: source-controller, key: sourceController, serves: true, data: true, grace: 10, temp: tmp, ports: {http: 9090, http-prom: 8080, healthz: 9440}}
- {name: kustomize-controller, key: kustomizeController, data: false, grace: 60, temp: temp, ports: {http-prom: 8080, healthz: 9440}}
- {name: helm-controller, key: helmController, data: false, grace: 600, temp: temp, ports: {http-prom: 8080, healthz: 9440}}
- {name: notification-controller, key: notificationController, data: false, grace: 10, temp: temp, ports: {http: 9090, http-prom: 8080, http-webhook: 9292, healthz: 9440}}
- {name: image-reflector-controller, key: imageReflectionController, data: true, grace: 10, temp: temp, ports: {http-prom: 8080, healthz: 9440}}
- {name: image-automation-controller, key: imageAutomationController, data: false, grace: 10, temp: temp, ports: {http-prom: 8080, healthz: 9440}}
- {name: source-watcher, key: sourceWatcher, serves: true, data: true, grace: 10, temp: tmp, ports: {http: 9090, http-prom: 8080, healthz: 9440}}
{{- end }}

{{- define "fluxj.labels" -}}
app.kubernetes.io/instance: {{ .Release.Namespace | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: flux
helm.sh/chart: {{ printf "%s-%s" .Chart.Name (.Chart.Version | replace "+" "_") }}
{{- end }}

{{/* The image of {root, name, values}: what flux2's chart left behind is not wanted (see fluxImages). */}}
{{- define "fluxj.image" -}}
{{- $image := .values.image | default (printf "ghcr.io/fluxj/%s" .name) }}
{{- $tag := .values.tag | default .root.Chart.AppVersion }}
{{- if and (hasPrefix "ghcr.io/fluxcd/" $image) (not .root.Values.fluxImages) }}
{{- $image = printf "ghcr.io/fluxj/%s" .name }}
{{- $tag = .root.Chart.AppVersion }}
{{- end }}
{{- if hasPrefix "sha256:" $tag }}{{ printf "%s@%s" $image $tag }}{{ else }}{{ printf "%s:%s" $image $tag }}{{ end }}
{{- end }}

{{/* The arguments of {root, facts, values}, as a YAML list. */}}
{{- define "fluxj.arguments" -}}
{{- $values := .root.Values }}
{{- $name := .facts.name }}
{{- $domain := $values.clusterDomain | default "cluster.local" }}
{{- $applies := has $name (list "kustomize-controller" "helm-controller") }}
{{- $arguments := list }}
{{- if and (ne $name "notification-controller") $values.notificationController.create }}
{{- $arguments = append $arguments (printf "--events-addr=http://notification-controller.$(RUNTIME_NAMESPACE).svc.%s." $domain) }}
{{- end }}
{{- $arguments = append $arguments (printf "--watch-all-namespaces=%t" $values.watchAllNamespaces) }}
{{- $arguments = append $arguments (printf "--log-level=%s" ($values.logLevel | default "info")) }}
{{- $arguments = concat $arguments (list "--log-encoding=json" "--enable-leader-election") }}
{{- if .facts.serves }}
{{- $arguments = append $arguments "--storage-path=/data" }}
{{- $arguments = append $arguments (printf "--storage-adv-addr=%s.$(RUNTIME_NAMESPACE).svc.%s." $name $domain) }}
{{- end }}
{{- if and $applies $values.sourceWatcher.create }}
{{- $arguments = append $arguments "--feature-gates=ExternalArtifact=true" }}
{{- end }}
{{- with $values.profile }}
{{- $arguments = append $arguments (printf "--profile=%s" .) }}
{{- end }}
{{- if $values.multitenancy.enabled }}
{{- if ne $name "source-controller" }}
{{- $arguments = append $arguments "--no-cross-namespace-refs=true" }}
{{- end }}
{{- if eq $name "kustomize-controller" }}
{{- $arguments = append $arguments "--no-remote-bases=true" }}
{{- end }}
{{- if $applies }}
{{- $arguments = append $arguments (printf "--default-service-account=%s" ($values.multitenancy.defaultServiceAccount | default "default")) }}
{{- end }}
{{- end }}
{{- if and $values.workloadIdentity.enabled (ne $name "source-watcher") }}
{{- $account := $values.workloadIdentity.defaultServiceAccount | default "default" }}
{{- $arguments = append $arguments "--feature-gates=ObjectLevelWorkloadIdentity=true" }}
{{- if $applies }}
{{- $arguments = append $arguments (printf "--default-kubeconfig-service-account=%s" $account) }}
{{- else }}
{{- $arguments = append $arguments (printf "--default-service-account=%s" $account) }}
{{- end }}
{{- if eq $name "kustomize-controller" }}
{{- $arguments = append $arguments (printf "--default-decryption-service-account=%s" $account) }}
{{- end }}
{{- end }}
{{- $arguments = append $arguments (printf "--peer-security=%s" $values.peerSecurity.mode) }}
{{- if ne $values.peerSecurity.mode "disabled" }}
{{- if ne $values.peerSecurity.secretName "fluxj-peers" }}
{{- $arguments = append $arguments (printf "--peer-tls-secret=%s" $values.peerSecurity.secretName) }}
{{- end }}
{{- with $values.peerSecurity.accounts }}
{{- $arguments = append $arguments (printf "--peer-accounts=%s" (join "," .)) }}
{{- end }}
{{- end }}
{{- concat $arguments (.values.container.additionalArgs | default list) | toYaml }}
{{- end }}

{{/* The security context of a container where none is given: the rules of the Pod security standard "restricted". */}}
{{- define "fluxj.restricted" -}}
allowPrivilegeEscalation: false
capabilities:
  drop:
  - ALL
readOnlyRootFilesystem: true
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}
