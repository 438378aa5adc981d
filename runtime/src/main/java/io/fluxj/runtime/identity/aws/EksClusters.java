package io.fluxj.runtime.identity.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.ClusterCloud;
import io.fluxj.runtime.identity.ClusterPlace;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amazon's Elastic Kubernetes Service. What its servers take is a signed question to the token service, "who am I?", which they ask themselves. Source:
 * Amazon EKS API Reference, DescribeCluster; aws-iam-authenticator, API Authorization from Outside a Cluster.
 */
public record EksClusters(AwsIdentity identity) implements ClusterCloud {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]{0,20}:eks:([a-z0-9-]{1,40}):[0-9]{1,30}:cluster/([0-9A-Za-z][A-Za-z0-9_-]{0,99})");

    /** The server takes a question as long as this after it was signed. */
    private static final Duration LIFETIME = Duration.ofMinutes(14);

    private static final Duration PLACE = Duration.ofMinutes(30);

    @Override
    public void check(String cluster) throws IdentityException {
        arn(cluster);
    }

    private static Matcher arn(String cluster) throws IdentityException {
        Matcher arn = ARN.matcher(cluster);
        if (!arn.matches()) {
            throw new IdentityException("its cluster '" + cluster + "' is no ARN of a cluster of EKS, such as"
                    + " arn:aws:eks:eu-west-1:012345678901:cluster/prod");
        }
        return arn;
    }

    @Override
    public ClusterPlace find(String cluster, Principal who, Caller caller) throws IdentityException {
        Matcher arn = arn(cluster);
        String region = arn.group(1);
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        URI root = identity.endpoint("EKS", "https://eks." + region + "." + domain + "/");
        Instant now = identity.environment().clock().instant();
        Call call = Call.get(root.resolve("clusters/" + arn.group(2)), Map.of());
        AwsKeys keys = identity.keys(who, region, caller);
        Map<String, String> signed = new AwsSignature(keys, region, "eks").headers(call, now);
        JsonNode told = caller.json(Call.get(call.address(), signed)).path("cluster");
        return ClusterPlace.told(
                told.path("endpoint").asText(""),
                told.at("/certificateAuthority/data").asText(""),
                now.plus(PLACE));
    }

    @Override
    public AccessToken token(String cluster, Principal who, Caller caller) throws IdentityException {
        Matcher arn = arn(cluster);
        String region = arn.group(1);
        Instant now = identity.environment().clock().instant();
        URI question = new AwsSignature(identity.keys(who, region, caller), region, "sts")
                .presigned(
                        identity.tokenService(region),
                        Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15", "X-Amz-Expires", "60"),
                        Map.of("x-k8s-aws-id", arn.group(2)),
                        now);
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(question.toString().getBytes(StandardCharsets.UTF_8));
        return new AccessToken("k8s-aws-v1." + encoded, now.plus(LIFETIME));
    }

    @Override
    public boolean needsName() {
        return true;
    }
}
