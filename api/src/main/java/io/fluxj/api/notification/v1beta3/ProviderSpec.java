package io.fluxj.api.notification.v1beta3;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which service, where, with which credentials.
 *
 * @param type Kind of the service.
 * @param address Address of the service. What it means depends on the type; for a commit status it is the address of the repository. The key address in secretRef wins.
 * @param channel Channel, room, project or routing key to send to, by the type.
 * @param username Name to post under.
 * @param secretRef Secret in the same namespace with the credentials, in the keys that the type wants, such as token, address, username, password, headers.
 * @param serviceAccountName Service account in the same namespace whose workload identity is used. Only for azureeventhub, azuredevops and googlepubsub.
 * @param commitStatusExpr CEL expression that gives the name of the commit status. It sees the variables event, alert and provider. Only for types that set a commit status.
 * @param certSecretRef Secret in the same namespace with tls.crt and tls.key for client authentication, and ca.crt to verify the server. Deprecated are only its keys caFile, certFile and keyFile.
 * @param proxySecretRef Secret in the same namespace with the address of an HTTP proxy, and username and password where it wants them.
 * @param proxy Deprecated: write proxySecretRef. Address of an HTTP proxy.
 * @param timeout Longest time for sending one event. Defaults to 15s.
 * @param interval Deprecated: without effect.
 * @param suspend Pause. While true nothing is sent.
 * @param template Ours: a Go template over the event, whose text takes the place of the message, unless the Alert has one.
 * @param cloudEvents Ours: send events as CloudEvents, with the event in the body (binary) or both in one JSON document (structured). Only for generic and generic-hmac.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ProviderSpec(
        Choice<ProviderType> type,
        @Nullable String address,
        @Nullable String channel,
        @Nullable String username,
        @Nullable LocalObjectReference secretRef,
        @Nullable String serviceAccountName,
        @Nullable String commitStatusExpr,
        @Nullable LocalObjectReference certSecretRef,
        @Nullable LocalObjectReference proxySecretRef,
        @Nullable String proxy,
        @Nullable GoDuration timeout,
        @Nullable GoDuration interval,
        @Nullable Boolean suspend,
        @Nullable String template,
        @Nullable Choice<CloudEventsMode> cloudEvents,
        @UnknownFields Map<String, Object> unknown)
        implements ProviderSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ProviderSpec {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ProviderSpecBuilder builder() {
        return ProviderSpecBuilder.builder();
    }
}
