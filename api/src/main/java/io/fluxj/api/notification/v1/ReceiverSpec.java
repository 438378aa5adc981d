package io.fluxj.api.notification.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Required;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls to take, how to know that they are genuine, and what to wake.
 *
 * @param type Who calls, which decides how a call is verified and read.
 * @param events Events to take, in the caller's own names, such as push. All when empty.
 * @param resources What to wake.
 * @param resourceFilter CEL expression that decides whether a resource is woken by this call. It sees the resource as the variable res and the call as the variable req and must give a boolean.
 * @param secretRef Secret in the same namespace whose key token verifies the calls. Required but for generic-oidc.
 * @param oidcProviders Whose tokens to take. Only, and at least one, for generic-oidc.
 * @param interval How often the webhook's own state is put right. Default: {@code 10m}.
 * @param suspend Pause. While true calls are refused.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record ReceiverSpec(
        Choice<ReceiverType> type,
        List<String> events,
        @Required List<ReceiverResource> resources,
        @Nullable String resourceFilter,
        @Nullable LocalObjectReference secretRef,
        List<OidcProvider> oidcProviders,
        @Nullable GoDuration interval,
        @Nullable Boolean suspend,
        @UnknownFields Map<String, Object> unknown)
        implements ReceiverSpecBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public ReceiverSpec {
        events = Absent.copy(events);
        resources = Absent.copy(resources);
        oidcProviders = Absent.copy(oidcProviders);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ReceiverSpecBuilder builder() {
        return ReceiverSpecBuilder.builder();
    }
}
