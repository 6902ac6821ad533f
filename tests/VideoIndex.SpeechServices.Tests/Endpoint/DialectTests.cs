using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Endpoint;

namespace VideoIndex.SpeechServices.Tests.Endpoint;

public sealed class DialectTests : EndpointTest
{
    [Fact]
    public async Task OpenAI_is_asked_for_words_and_segments_by_a_bearers_key()
    {
        await using var service = new StandIn(_ => new(200, OpenAi));
        var text = await HearAsync(Settings(service.At("/v1")));
        var asked = Assert.Single(service.Asked);
        Assert.Equal("/v1/audio/transcriptions", asked.Path);
        Assert.Equal($"Bearer {Secret}", asked.Headers["Authorization"]);
        Assert.Equal(["model=whisper-1", "response_format=verbose_json", "timestamp_granularities[]=word", "timestamp_granularities[]=segment"], asked.Fields);
        Assert.Equal(64_000, asked.Samples);
        Assert.Equal("en", text.Language);
        Assert.Equal(["[0,2) And so, my fellow Americans.", "[2,7/2) Ask not!"], text.Lines());
        Assert.Equal(["And[0,8/25)0.9", " so,[8/25,1/2)0.9", " my[1/2,7/10)0.9", " fellow[7/10,11/10)0.9", " Americans.[11/10,2)0.9"], text.Utterances[0].Words.Spell());
        Assert.Equal(56_000, text.Speech);
        Assert.Empty(text.Complaints);
    }

    [Fact]
    public async Task Azure_is_asked_by_its_own_header_at_the_deployment_s_address()
    {
        await using var service = new StandIn(_ => new(200, OpenAi));
        await HearAsync(Settings(service.At("/openai/deployments/my-whisper")));
        var asked = Assert.Single(service.Asked);
        Assert.Equal("/openai/deployments/my-whisper/audio/transcriptions?api-version=2024-10-21", asked.Path);
        Assert.Equal(Secret, asked.Headers["api-key"]);
        Assert.DoesNotContain("Authorization", asked.Headers.Keys);
    }

    [Theory]
    [InlineData("https://unit.openai.azure.com", "https://unit.openai.azure.com/openai/deployments/whisper-1/audio/transcriptions?api-version=2024-10-21", ServiceDialect.Azure)]
    [InlineData("https://unit.openai.azure.com/openai/deployments/w/audio/transcriptions?api-version=2024-06-01", "https://unit.openai.azure.com/openai/deployments/w/audio/transcriptions?api-version=2024-06-01", ServiceDialect.Azure)]
    [InlineData("https://unit.openai.azure.com/openai/v1/", "https://unit.openai.azure.com/openai/v1/audio/transcriptions", ServiceDialect.Azure)]
    [InlineData("https://api.openai.com/v1", "https://api.openai.com/v1/audio/transcriptions", ServiceDialect.OpenAi)]
    [InlineData("http://localhost:8000", "http://localhost:8000/v1/audio/transcriptions", ServiceDialect.OpenAi)]
    [InlineData("http://localhost:8000/v1/audio/translations", "http://localhost:8000/v1/audio/transcriptions", ServiceDialect.OpenAi)]
    [InlineData("http://127.0.0.1:8080/inference", "http://127.0.0.1:8080/inference", ServiceDialect.WhisperCpp)]
    public void An_address_is_understood_as_people_give_it(string typed, string meant, ServiceDialect dialect)
    {
        var address = EndpointAddress.Of(new SpeechEndpointSettings(new Uri(typed)));
        Assert.Equal((new Uri(meant), dialect), (address.For(translate: false), address.Dialect));
    }

    [Fact]
    public async Task The_server_of_whisper_cpp_gives_tokens_which_become_words()
    {
        const string Answer = """
            {"task":"transcribe","language":"german","duration":4.0,"text":" Guten Morgen, Zürich.\n","segments":[
             {"id":0,"text":" Guten Morgen, Zürich.","start":0.0,"end":2.4,"temperature":0.0,"avg_logprob":-0.2,"tokens":[1,2,3,4,5,6,7],"words":[
              {"word":" Gut","start":0.02,"end":0.3,"t_dtw":-1,"probability":0.9},{"word":"en","start":0.3,"end":0.5,"t_dtw":-1,"probability":0.8},
              {"word":" Morgen","start":0.5,"end":1.0,"t_dtw":-1,"probability":0.7},{"word":",","start":1.0,"end":1.1,"t_dtw":-1,"probability":0.9},
              {"word":" Z","start":1.2,"end":1.4,"t_dtw":-1,"probability":0.5},{"word":"�","start":1.4,"end":1.5,"t_dtw":-1,"probability":0.6},
              {"word":"�","start":1.5,"end":1.6,"t_dtw":-1,"probability":0.6},{"word":"rich","start":1.6,"end":2.0,"t_dtw":-1,"probability":0.7},{"word":".","start":2.0,"end":2.4,"t_dtw":-1,"probability":1.0}]}]}
            """;
        await using var service = new StandIn(_ => new(200, Answer));
        var text = await HearAsync(Settings(service.At("/inference")), options: new TranscriptionOptions { Beam = 5 });
        Assert.Equal(["response_format=verbose_json", "language=auto", "translate=false", "beam_size=5"], Assert.Single(service.Asked).Fields);
        Assert.Equal("de", text.Language);
        Assert.Equal(["Guten[1/50,1/2)0.85", " Morgen,[1/2,11/10)0.8", " Zürich.[6/5,12/5)0.7"], text.Utterances[0].Words.Spell());
        Assert.Empty(text.Complaints);
    }

    [Fact]
    public async Task Servers_of_faster_whisper_put_words_inside_the_segments()
    {
        const string Answer = """
            {"task":"transcribe","language":"en","duration":4.0,"text":"Hello there","words":[],"segments":[
             {"id":1,"seek":0,"start":0.5,"end":1.5,"text":" Hello there","tokens":[2425,456],"avg_logprob":-0.3,"compression_ratio":0.8,"no_speech_prob":0.02,
              "words":[{"start":0.5,"end":0.9,"word":" Hello","probability":0.93},{"start":0.9,"end":1.5,"word":" there","probability":0.41}]}]}
            """;
        await using var service = new StandIn(_ => new(200, Answer));
        var text = await HearAsync(Settings(service.At("/")));
        Assert.Equal(["Hello[1/2,9/10)0.93", " there[9/10,3/2)0.41"], text.Utterances[0].Words.Spell());
    }

    [Fact]
    public async Task Translation_goes_to_its_own_address_and_names_no_language()
    {
        await using var service = new StandIn(_ => new(200, OpenAi));
        var text = await HearAsync(Settings(service.At("/v1")), options: new TranscriptionOptions { Translate = true, Language = "de" });
        Assert.Equal("/v1/audio/translations", service.Asked[0].Path);
        Assert.Equal(["model=whisper-1", "response_format=verbose_json"], service.Asked[0].Fields);
        Assert.Equal("de", text.Language);
    }

    [Fact]
    public async Task Names_and_what_was_said_before_go_along_as_a_prompt()
    {
        await using var service = new StandIn(_ => new(200, OpenAi));
        var options = new TranscriptionOptions { Language = "en", Glossary = ["Acme", "Größe 7"], Prompt = "A match." };
        await HearAsync(Settings(service.At("/v1")), options: options);
        Assert.Equal(["language=en", "prompt=Acme, Größe 7. A match."], service.Asked[0].Fields.Where(field => field[0] is 'l' or 'p'));
    }

    [Fact]
    public async Task A_service_that_refuses_times_of_words_is_asked_for_less_and_what_it_takes_is_remembered()
    {
        await using var service = new StandIn(form => form.Fields.Contains("timestamp_granularities[]=word")
            ? new(400, """{"error":{"message":"Unknown parameter: 'timestamp_granularities'.","code":"unknown_parameter"}}""")
            : new(200, """{"text":"Hi","language":"en","segments":[{"start":1,"end":2,"text":" Hi","avg_logprob":-0.2}]}"""));
        var text = await HearAsync(Settings(service.At("/v1")) with { LongestPiece = 30 }, SampleSound.Noise(60));
        Assert.Equal(["2", "0", "0", "0"], service.Asked.Select(form => $"{form.Fields.Count(field => field.StartsWith("timestamp", StringComparison.Ordinal))}"));
        Assert.Equal("[1,2) Hi", text.Lines().First());
        Assert.Equal(3, text.Utterances.Count);
    }

    [Fact]
    public async Task A_model_that_gives_no_times_gets_short_pieces_whose_own_times_count()
    {
        await using var service = new StandIn(form => form.Fields.Contains("response_format=verbose_json")
            ? new(400, """{"error":{"message":"response_format 'verbose_json' is not compatible with model 'gpt-4o-transcribe'.","code":"unsupported_value"}}""")
            : new(200, """{"text":"Something said."}"""));
        var text = await HearAsync(Settings(service.At("/v1")), SampleSound.Noise(70, (28, 28.6), (55, 55.6)));
        Assert.Equal(5, service.Asked.Count); // two forms refused, then three pieces
        Assert.All(text.Utterances, utterance => Assert.True(utterance.Span.Duration.Seconds <= new Timing.Rational(30, 1)));
        Assert.InRange(text.Utterances[0].Span.End.Seconds.ToDouble(), 28, 28.6);
        Assert.Contains(text.Complaints, complaint => complaint.StartsWith("It gives no times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_language_by_stretch_is_asked_for_with_stretches()
    {
        await using var service = new StandIn(form => new(200, $$"""{"text":"x","language":"{{(form.Number == 2 ? "french" : "english")}}","segments":[{"start":0,"end":{{(form.Number == 2 ? 1 : 9)}},"text":" x","avg_logprob":-1}]}"""));
        var text = await HearAsync(Settings(service.At("/v1")), SampleSound.Noise(80), new TranscriptionOptions { LanguageByStretch = true, WordTimes = false });
        Assert.Equal("en", text.Language);
        Assert.Equal(["-", "fr", "-", "-"], text.Utterances.Select(utterance => utterance.Language ?? "-").Concat(["-"]).Take(4));
    }
}
