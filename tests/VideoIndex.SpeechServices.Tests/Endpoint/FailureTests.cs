using System.Diagnostics;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Endpoint;

namespace VideoIndex.SpeechServices.Tests.Endpoint;

public sealed class FailureTests : EndpointTest
{
    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_says()
    {
        await using var service = new StandIn(form => form.Number == 1 ? new(429, "{}") { Headers = ["Retry-After: 1"] } : new(200, OpenAi));
        var begun = Stopwatch.GetTimestamp();
        var text = await HearAsync(Settings(service.At("/v1")) with { LongestWait = TimeSpan.FromSeconds(5) });
        Assert.Equal(2, text.Utterances.Count);
        Assert.True(Stopwatch.GetElapsedTime(begun) >= TimeSpan.FromSeconds(0.9), "It did not wait as long as it was asked to.");
        Assert.Equal(2, text.Use!.Requests);
    }

    [Fact]
    public async Task No_service_may_ask_for_a_longer_wait_than_is_granted()
    {
        await using var service = new StandIn(form => form.Number == 1 ? new(503, "") { Headers = ["Retry-After: 86400"] } : new(200, OpenAi));
        Assert.Equal(2, (await HearAsync(Settings(service.At("/v1")))).Utterances.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(408)]
    public async Task A_service_that_fails_now_and_then_is_asked_again(int status)
    {
        await using var service = new StandIn(form => form.Number < 4 ? new(status, "<html>Bad Gateway</html>") : new(200, OpenAi));
        Assert.Equal(2, (await HearAsync(Settings(service.At("/v1")))).Utterances.Count);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        await using var service = new StandIn(form => form.Number < 3 ? new(200, OpenAi) { Sent = 100 } : new(200, OpenAi));
        Assert.Equal(2, (await HearAsync(Settings(service.At("/v1")))).Utterances.Count);
        Assert.Equal(3, service.Asked.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_asked_again()
    {
        await using var service = new StandIn(form => new(200, OpenAi) { Stalls = form.Number == 1 });
        Assert.Equal(2, (await HearAsync(Settings(service.At("/v1")) with { AnswerWithin = TimeSpan.FromSeconds(2) })).Utterances.Count);
    }

    [Theory]
    [InlineData(429, "service-busy")]
    [InlineData(500, "service-unreachable")]
    public async Task A_service_that_never_answers_is_given_up(int status, string code)
    {
        await using var service = new StandIn(_ => new(status, "{}"));
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(Settings(service.At("/v1")) with { Retries = 2 }));
        Assert.Equal((code, 3), (failure.Code, service.Asked.Count));
    }

    [Theory]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided: sk-not-a-real-key."}}""", "service-refused", "VIDEOINDEX_SPEECH_KEY")]
    [InlineData(404, """{"detail":"Model not found"}""", "service-refused", "Model not found")]
    [InlineData(413, "", "service-refused", "no upload as large")]
    [InlineData(429, """{"error":{"message":"You exceeded your current quota.","code":"insufficient_quota"}}""", "service-refused", "paid")]
    [InlineData(418, """{"error":{"message":"The key sk-not-a-real-key is odd."}}""", "service-refused", "refuses")]
    [InlineData(302, "", "service-refused", "elsewhere")]
    [InlineData(200, "<!doctype html><html><body>Sign in</body></html>", "bad-answer", "no transcript")]
    [InlineData(200, """{"segments":"none"}""", "bad-answer", "no transcript")]
    [InlineData(200, "[1,2", "bad-answer", "no transcript")]
    [InlineData(200, """{"error":"failed to read WAV file"}""", "bad-answer", "no transcript")]
    public async Task What_asking_again_cannot_mend_is_said_at_once_and_never_with_the_key(int status, string body, string code, string said)
    {
        await using var service = new StandIn(_ => new(status, body) { Headers = status == 302 ? ["Location: https://elsewhere.example/"] : [] });
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(Settings(service.At("/v1"))));
        Assert.Equal((code, 1), (failure.Code, service.Asked.Count));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_said_so()
    {
        Uri address;
        await using (var gone = new StandIn(_ => new(200, "")))
        {
            address = gone.At("/v1");
        }

        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(Settings(address) with { Retries = 1 }));
        Assert.Equal("service-unreachable", failure.Code);
        Assert.Contains("nobody takes the connection", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_in_the_middle_costs_only_what_was_not_heard()
    {
        await using var service = new StandIn(form => form.Number == 1 ? new(200, OpenAi) : new(500, ""));
        var text = await HearAsync(Settings(service.At("/v1")) with { LongestPiece = 30, Retries = 1, AttemptsBeforeRest = 4 }, SampleSound.Noise(120));
        Assert.Equal(2, text.Utterances.Count);
        var complaint = Assert.Single(text.Complaints);
        Assert.Contains("were not heard, from", complaint, StringComparison.Ordinal);
        Assert.Equal(4, service.Asked.Count); // then it is left alone
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        await using var service = new StandIn(form =>
        {
            stop.Cancel();
            return new(200, OpenAi) { Stalls = true };
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HearAsync(Settings(service.At("/v1")), new Told(), null, null, stop.Token));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var service = new StandIn(_ => new(200, $$"""{"text":"{{new string('a', 33_000_000)}}"}"""));
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(Settings(service.At("/v1"))));
        Assert.Equal("bad-answer", failure.Code);
    }

    [Theory]
    [InlineData("http://speech.example/v1", "by https only")]
    [InlineData("https://me:pass@speech.example/v1", "no name or key")]
    [InlineData("ftp://speech.example", "starts with https")]
    [InlineData("https://api.openai.com/v1", "VIDEOINDEX_SPEECH_KEY")]
    [InlineData("https://unit.openai.azure.com/", "VIDEOINDEX_SPEECH_KEY")]
    public void What_cannot_work_is_said_before_anything_is_sent(string address, string said) =>
        Assert.Contains(said, new EndpointTranscribers(new SpeechEndpointSettings(new Uri(address)), TimeProvider.System).Missing, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("https://speech.example/v1")]
    public void A_service_that_may_ask_for_no_key_is_tried_without(string address) =>
        Assert.Null(new EndpointTranscribers(new SpeechEndpointSettings(new Uri(address)), TimeProvider.System).Missing);

    [Fact]
    public void A_key_is_never_shown()
    {
        var settings = Settings(new Uri("https://api.openai.com/v1"));
        Assert.DoesNotContain("sk-", $"{settings} {settings.Key}", StringComparison.Ordinal);
        Assert.Null(SpeechKey.From("two\r\nlines"));
        Assert.Null(SpeechKey.From("  "));
    }
}
