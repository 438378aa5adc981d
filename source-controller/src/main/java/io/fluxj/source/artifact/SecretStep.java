package io.fluxj.source.artifact;

import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.SecretReader;

/** Reads Secrets that sources name, and keeps their values out of messages. */
public final class SecretStep {
    private final SecretReader reader;

    /** Reads through {@code reader}. */
    public SecretStep(SecretReader reader) {
        this.reader = reader;
    }

    /**
     * The Secret of a name in the object's namespace.
     *
     * @param doing how the message begins that says why it cannot be had, such as {@code failed to get secret}
     */
    public NamedSecret read(Pass<?, ?> pass, String name, String doing) throws Retryable {
        try {
            String namespace = pass.object().getMetadata().getNamespace();
            NamedSecret secret = reader.require(namespace, name, doing);
            secret.confidential().forEach(pass::conceal);
            return secret;
        } catch (SecretException missing) {
            throw Retryable.of(SourceReason.AUTHENTICATION_FAILED, missing.message(), missing)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }
}
