using System.Text;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Pipeline.Tests.Delivery;

public sealed class WebhookSecretTests
{
    private const string Published = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    // The worked example of the Standard Webhooks specification.
    [Fact]
    public void A_signature_is_the_one_the_standard_prescribes() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Sign(Published));

    [Fact]
    public void While_one_secret_replaces_another_both_sign() =>
        Assert.Equal(
            $"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= {Sign("whsec_" + new string('A', 32))}",
            Sign($"{Published}\n\nwhsec_{new string('A', 32)}\r\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("my password")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all, not base64 at all")]
    public void What_is_no_secret_is_refused(string text) => Assert.Null(WebhookSecret.Read(text));

    [Fact]
    public void A_secret_longer_than_64_bytes_is_refused() => Assert.Null(WebhookSecret.Read("whsec_" + Convert.ToBase64String(new byte[65])));

    private static string Sign(string secrets) => WebhookSecret.Read(secrets)!.Sign(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));
}
