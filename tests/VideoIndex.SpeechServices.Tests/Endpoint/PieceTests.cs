using VideoIndex.Hearing;

namespace VideoIndex.SpeechServices.Tests.Endpoint;

public sealed class PieceTests : EndpointTest
{
    [Fact]
    public async Task Long_sound_is_cut_where_it_is_quiet_and_times_come_back_to_the_sample()
    {
        await using var service = new StandIn(_ => new(200, """{"text":"Hi","language":"en","segments":[{"start":0.5,"end":1.25,"text":" Hi","avg_logprob":-0.2}]}"""));
        var told = new Told();
        var settings = Settings(service.At("/v1")) with { LongestPiece = 60 };
        var text = await HearAsync(settings, told, SampleSound.Noise(140, (52, 52.4), (110, 110.4)), new TranscriptionOptions(), default);
        var lengths = service.Asked.Select(form => form.Samples).ToList();
        Assert.Equal([3, 140 * ISound.Rate], [lengths.Count, lengths.Sum()]);
        Assert.InRange(lengths[0], 52.0 * ISound.Rate, 52.4 * ISound.Rate);
        Assert.InRange(lengths[0] + lengths[1], 110.0 * ISound.Rate, 110.4 * ISound.Rate);
        Assert.Equal(
            [new Timing.Rational(1, 2), new Timing.Rational(lengths[0] + 8000, 16_000), new Timing.Rational(lengths[0] + lengths[1] + 8000, 16_000)],
            text.Utterances.Select(utterance => utterance.Span.Start.Seconds));
        Assert.Equal(140 * ISound.Rate, told.All[^1]);
    }

    [Fact]
    public async Task No_upload_is_larger_than_the_limit()
    {
        await using var service = new StandIn(_ => new(200, """{"text":"","segments":[]}"""));
        await HearAsync(Settings(service.At("/v1")) with { LargestUpload = 1_000_000 }, SampleSound.Noise(100));
        Assert.All(service.Asked, form => Assert.InRange(form.Body.Length, 1, 1_000_000));
        Assert.Equal(100 * ISound.Rate, service.Asked.Sum(form => form.Samples));
    }

    [Fact]
    public async Task Digital_silence_is_not_sent_and_costs_nothing()
    {
        await using var service = new StandIn(_ => new(200, OpenAi));
        var text = await HearAsync(Settings(service.At("/v1")), SampleSound.Silence(20));
        Assert.Empty(service.Asked);
        Assert.Empty(text.Utterances);
        Assert.Null(text.Use);
        Assert.Empty(text.Notes);
    }

    [Fact]
    public async Task What_was_sent_is_metered_and_noted()
    {
        await using var service = new StandIn(form => form.Number == 1 ? new(500, "") : new(200, OpenAi));
        var text = await HearAsync(Settings(service.At("/v1")) with { PricePerMinute = 0.006m }, SampleSound.Noise(30));
        var use = text.Use!;
        Assert.Equal((service.Host, 2, new Timing.Rational(60, 1), 0.003m, "USD"), (use.Host, use.Requests, use.Sent.Seconds, use.Cost, use.Currency));
        Assert.Equal(service.Asked.Sum(form => form.Body.Length), use.Bytes);
        Assert.Equal($"Sound was given to {service.Host} (whisper-1), a service on this machine, 60 s in 2 requests, 1.92 MB, for 0.003 USD at 0.006 a minute.", Assert.Single(text.Notes));
    }

    [Fact]
    public async Task A_piece_is_told_what_was_said_before_it_where_that_is_wanted()
    {
        await using var service = new StandIn(_ => new(200, """{"text":"Once upon a time.","segments":[{"start":0,"end":9,"text":" Once upon a time.","avg_logprob":-0.2}]}"""));
        await HearAsync(Settings(service.At("/v1")) with { LongestPiece = 30, AtOnce = 4 }, SampleSound.Noise(50), new TranscriptionOptions { ConditionOnPrevious = true });
        Assert.DoesNotContain(service.Asked[0].Fields, field => field.StartsWith("prompt", StringComparison.Ordinal));
        Assert.Contains("prompt=Once upon a time.", service.Asked[1].Fields);
    }

    [Fact]
    public async Task The_same_sound_gives_the_same_text_however_many_pieces_are_on_their_way()
    {
        await using var service = new StandIn(form => new(200, $$"""{"text":"x","segments":[{"start":1,"end":2,"text":" {{form.Samples}}","avg_logprob":-0.2}]}"""));
        var sound = SampleSound.Noise(200);
        var one = await HearAsync(Settings(service.At("/v1")) with { LongestPiece = 30 }, sound);
        var many = await HearAsync(Settings(service.At("/v1")) with { LongestPiece = 30, AtOnce = 8 }, sound);
        Assert.Equal(one.Lines(), many.Lines());
    }
}
