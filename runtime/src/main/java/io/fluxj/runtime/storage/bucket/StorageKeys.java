package io.fluxj.runtime.storage.bucket;

import io.fluxj.runtime.bucket.s3.S3Keys;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.AwsKeys;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Who the controller is to the bucket of its storage: by its variables, a web identity, an agent or its machine, as the clients of AWS find it out.
 *
 * @param region of the bucket; empty when neither a flag nor the environment says it
 * @param caller asks for keys
 */
record StorageKeys(AwsIdentity identity, String region, Caller caller) {
    private static final String FIRST_REGION = "us-east-1";

    static StorageKeys of(Map<String, String> variables, String region, Caller caller) {
        Clock clock = Clock.systemUTC();
        CloudEnvironment environment = new CloudEnvironment(
                variables, Caller.over(HttpRoute.DIRECT), new TokenCache(10, Duration.ofHours(1), clock), clock);
        String given = region.isEmpty()
                ? environment
                        .variable("AWS_REGION")
                        .or(() -> environment.variable("AWS_DEFAULT_REGION"))
                        .orElse("")
                : region;
        return new StorageKeys(new AwsIdentity(environment), given, caller);
    }

    S3Keys get(S3Place place) throws IOException {
        try {
            AwsKeys keys = identity.keys(new Principal.Controller(), regionOr(place.region()), caller);
            return new S3Keys(keys.access(), keys.secret(), keys.session());
        } catch (IdentityException refused) {
            throw new IOException("no credentials for --storage-type=s3: " + refused.message(), refused);
        }
    }

    private String regionOr(String other) {
        String known = region.isEmpty() ? other : region;
        return known.isEmpty() ? FIRST_REGION : known;
    }
}
