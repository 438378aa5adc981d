package io.fluxj.notification.receiver.check;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.notification.v1.ReceiverType;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.token.Issuers;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretReader;
import java.time.InstantSource;

/** Which check a Receiver's type asks for. Source: behaviour §4.3. */
public final class CallChecks {
    private final SecretReader secrets;
    private final CallCheck google;
    private final OidcCheck oidc;

    /**
     * All of them.
     *
     * @param secrets are read for each call, so that a new token counts at once
     * @param clock by which tokens expire
     */
    public CallChecks(SecretReader secrets, Issuers issuers, InstantSource clock) {
        this.secrets = secrets;
        this.google = new GoogleCheck(issuers, clock);
        this.oidc = new OidcCheck(issuers, clock);
    }

    /**
     * Checks a call.
     *
     * @param expressions of its Receiver
     * @throws CallRefused when it is not genuine
     */
    public Genuine require(Call call, ReceiverExpressions expressions) throws CallRefused, InterruptedException {
        ReceiverType type = call.spec()
                .type()
                .known()
                .orElseThrow(() -> new CallRefused(
                        "receiver type " + quoted(call.spec().type().text()) + " not supported"));
        return switch (type) {
            case GENERIC_OIDC -> oidc.check(call, expressions);
            case GENERIC -> withSecret(call, (known, secret) -> Genuine.with(known.body()));
            case GENERIC_HMAC -> withSecret(call, CallChecks::hmac);
            case GITHUB -> withSecret(call, HubCheck.GITHUB);
            case GITLAB -> withSecret(call, CallChecks::gitlab);
            case BITBUCKET -> withSecret(call, HubCheck.BITBUCKET);
            case HARBOR -> withSecret(call, CallChecks::harbor);
            case DOCKER_HUB -> withSecret(call, RegistryCheck.DOCKER_HUB);
            case QUAY -> withSecret(call, RegistryCheck.QUAY);
            case GCR -> withSecret(call, google);
            case NEXUS -> withSecret(call, new NexusCheck());
            case ACR -> withSecret(call, RegistryCheck.ACR);
            case CDEVENTS -> withSecret(call, new CdEventsCheck());
        };
    }

    /** The Secret must be there and have a token, whatever the check makes of it. */
    private Genuine withSecret(Call call, CallCheck check) throws CallRefused, InterruptedException {
        return check.check(call, secret(call));
    }

    private static Genuine hmac(Call call, NamedSecret secret) throws CallRefused {
        try {
            HubSignature.require(call.header("X-Signature"), call.body().array(), TokenHeader.token(secret));
        } catch (CallRefused refused) {
            throw new CallRefused("unable to validate HMAC signature: " + refused.message());
        }
        return Genuine.with(call.body());
    }

    private static Genuine gitlab(Call call, NamedSecret secret) throws CallRefused {
        if (!TokenHeader.holds(call.header("X-Gitlab-Token"), secret)) {
            throw new CallRefused("the X-Gitlab-Token header value does not match the receiver token");
        }
        Events.require(call.spec().events(), call.header("X-Gitlab-Event"), "GitLab event");
        return Genuine.with(call.body());
    }

    private static Genuine harbor(Call call, NamedSecret secret) throws CallRefused {
        if (!TokenHeader.holds(call.header("Authorization"), secret)) {
            throw new CallRefused("the Harbor Authorization header value does not match the receiver token");
        }
        return Genuine.with(call.body());
    }

    private NamedSecret secret(Call call) throws CallRefused {
        LocalObjectReference reference = call.spec().secretRef();
        if (reference == null) {
            throw new CallRefused("secretRef is required when type is not generic-oidc");
        }
        String namespace = call.receiver().getMetadata().getNamespace();
        String shown = quoted(namespace + "/" + reference.name());
        NamedSecret secret = read(namespace, reference.name(), shown);
        if (!secret.has("token")) {
            throw new CallRefused("invalid " + shown + " secret data: required field 'token'");
        }
        return secret;
    }

    private NamedSecret read(String namespace, String name, String shown) throws CallRefused {
        String failed = "unable to read secret, error: unable to read secret " + shown + ": ";
        try {
            return secrets.secret(namespace, name)
                    .map(data -> new NamedSecret(namespace, name, data))
                    .orElseThrow(() -> new CallRefused(failed + "secrets " + quoted(name) + " not found"));
        } catch (KubernetesClientException unreadable) {
            throw new CallRefused(failed + unreadable.getMessage());
        }
    }
}
