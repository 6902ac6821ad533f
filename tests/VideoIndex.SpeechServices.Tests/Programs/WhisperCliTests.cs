using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Programs;

namespace VideoIndex.SpeechServices.Tests.Programs;

public sealed class WhisperCliTests
{
    // As whisper.cpp writes it: tabs, tokens that are signs, one without times, and a ü whose two bytes are in two tokens (\303 and \274).
    private const string Writes = """
        printf '{\n\t"systeminfo": "AVX = 1",\n\t"params": {"model": "m", "language": "auto", "translate": false},\n\t"result": {\n\t\t"language": "de"\n\t},\n\t"transcription": [\n' > "$out.json"
        printf '{"timestamps": {"from": "00:00:00,000", "to": "00:00:02,000"}, "offsets": {"from": 0, "to": 2000}, "text": " Guten Tag, Z\303\274rich", "tokens": [' >> "$out.json"
        printf '{"text": "[_BEG_]", "timestamps": {"from": "00:00:00,000", "to": "00:00:00,000"}, "offsets": {"from": 0, "to": 0}, "id": 50364, "p": 0.9, "t_dtw": -1},' >> "$out.json"
        printf '{"text": " Guten", "offsets": {"from": 10, "to": 500}, "id": 1, "p": 0.8, "t_dtw": -1},{"text": " Tag", "id": 2, "p": 0.9, "t_dtw": -1},{"text": ",", "offsets": {"from": 900, "to": 950}, "id": 3, "p": 0.7, "t_dtw": -1},' >> "$out.json"
        printf '{"text": " Z", "offsets": {"from": 1000, "to": 1200}, "id": 4, "p": 0.5, "t_dtw": -1},{"text": "\303", "offsets": {"from": 1200, "to": 1300}, "id": 5, "p": 0.5, "t_dtw": -1},{"text": "\274", "offsets": {"from": 1300, "to": 1400}, "id": 6, "p": 0.5, "t_dtw": -1},{"text": "rich", "offsets": {"from": 1400, "to": 2000}, "id": 7, "p": 0.5, "t_dtw": -1},' >> "$out.json"
        printf '{"text": "[_TT_100]", "offsets": {"from": 2000, "to": 2000}, "id": 50464, "p": 0.1, "t_dtw": -1}]}]}' >> "$out.json"
        echo "whisper_print_progress_callback: progress =  50%" >&2
        echo "whisper_print_progress_callback: progress = 100%" >&2
        echo "[00:00:00.000 --> 00:00:02.000]   Guten Tag"
        """;

    [UnixFact]
    public async Task Its_answer_becomes_utterances_with_words()
    {
        using var program = new FakeProgram(Writes);
        var told = new Told();
        var text = await HearAsync(program, SampleSound.Noise(4), told);
        Assert.Equal("de", text.Language);
        Assert.Equal(["[0,2) Guten Tag, Zürich"], text.Lines());
        Assert.Equal(["Guten[1/100,1/2)0.8", " Tag,[1/2,19/20)0.8", " Zürich[1,2)0.5"], text.Utterances[0].Words.Spell());
        Assert.Equal([32_000, 64_000, 64_000], told.All);
        Assert.Equal([128_044], program.Sizes);
        Assert.Null(text.Use);
    }

    [UnixFact]
    public async Task It_is_called_as_it_documents_and_never_given_the_key()
    {
        using var program = new FakeProgram(Writes);
        var options = new TranscriptionOptions { Language = "de", Translate = true, Beam = 5, Glossary = ["Acme"], Prompt = "$(touch x); -m" };
        await HearAsync(program, SampleSound.Noise(1), options: options);
        var called = program.Called;
        Assert.Equal(["--model", program.Model, "--file"], called.Take(3));
        Assert.Equal(["--output-json-full", "--print-progress", "--language", "de", "--translate", "--beam-size", "5", "--prompt", "Acme $(touch x); -m", "key="], called.Skip(6));
        Assert.False(Directory.Exists(Path.GetDirectoryName(called[3])), "The scratch folder is still there.");
    }

    [UnixFact]
    public async Task Long_sound_is_given_piece_by_piece()
    {
        using var program = new FakeProgram(Writes);
        var settings = Settings(program) with { LongestPiece = 60 };
        var text = await HearAsync(settings, SampleSound.Noise(130, (50, 50.4)), new Told(), new TranscriptionOptions(), default);
        Assert.Equal(3, program.Sizes.Length);
        Assert.Equal(130 * ISound.Rate, program.Sizes.Sum(size => (size - 44) / 2));
        Assert.InRange(text.Utterances[1].Span.Start.Seconds.ToDouble(), 50, 50.4);
    }

    [UnixTheory]
    [InlineData("echo 'error: failed to read model' >&2; exit 3", "program-failed", "whisper-cli ended with 3, and says: error: failed to read model.")]
    [InlineData("echo 'error: unknown argument: --print-progress' >&2; exit 0", "program-failed", "whisper-cli wrote no answer, and says: error: unknown argument: --print-progress.")]
    [InlineData("exit 0", "program-failed", "whisper-cli wrote no answer.")]
    [InlineData("echo 'no json' > \"$out.json\"", "bad-answer", "What whisper-cli wrote is no transcript. VideoIndex reads what 'whisper-cli --output-json-full' writes.")]
    [InlineData("echo '{}' > \"$out.json\"", "bad-answer", "What whisper-cli wrote is no transcript. VideoIndex reads what 'whisper-cli --output-json-full' writes.")]
    [InlineData("kill -9 $$", "program-failed", "whisper-cli ended with 137.")]
    public async Task What_goes_wrong_is_one_sentence(string script, string code, string sentence)
    {
        using var program = new FakeProgram(script);
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(program, SampleSound.Noise(1)));
        Assert.Equal((code, sentence), (failure.Code, failure.Message));
    }

    [UnixFact]
    public async Task One_that_says_nothing_is_stopped()
    {
        using var program = new FakeProgram("exec sleep 600");
        var settings = Settings(program) with { Silence = TimeSpan.FromSeconds(1) };
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(settings, SampleSound.Noise(1), new Told(), new TranscriptionOptions(), default));
        Assert.Equal(("program-hung", "whisper-cli said nothing for 1 s and was stopped."), (failure.Code, failure.Message));
    }

    [UnixFact]
    public async Task One_that_talks_for_ever_is_stopped_all_the_same()
    {
        using var program = new FakeProgram("while true; do echo 'progress = 1%' >&2; done");
        var settings = Settings(program) with { Silence = TimeSpan.FromSeconds(1), LongestForASecond = TimeSpan.FromSeconds(0.5) };
        var failure = await Assert.ThrowsAsync<ModelException>(() => HearAsync(settings, SampleSound.Noise(1), new Told(), new TranscriptionOptions(), default));
        Assert.Equal("program-hung", failure.Code);
    }

    [UnixFact]
    public async Task It_is_killed_with_all_it_started_when_nobody_waits_any_more()
    {
        using var program = new FakeProgram("echo $$ > \"$here/pid\"; echo 'progress = 1%' >&2; sleep 600; true");
        using var stop = new CancellationTokenSource();
        var told = new Stopper(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HearAsync(Settings(program), SampleSound.Noise(1), told, new TranscriptionOptions(), stop.Token));
        var number = File.ReadAllText(Path.Combine(program.Folder, "pid")).Trim();
        Assert.True(SpinWait.SpinUntil(() => !Runs(number), TimeSpan.FromSeconds(30))); // what is killed is listed until the kernel has taken it down
    }

    [UnixFact]
    public void What_is_not_installed_is_said_with_what_to_do()
    {
        using var program = new FakeProgram("");
        Assert.Null(new WhisperCliTranscribers(Settings(program), TimeProvider.System).Missing);
        Assert.Null(new WhisperCliTranscribers(new WhisperCliSettings(program.Model) { SearchPath = $"/nowhere:.:{program.Folder}" }, TimeProvider.System).Missing);
        Assert.Contains("not installed", new WhisperCliTranscribers(new WhisperCliSettings(program.Model) { SearchPath = "/nowhere" }, TimeProvider.System).Missing, StringComparison.Ordinal);
        Assert.Contains("no model at '/nowhere.bin'", new WhisperCliTranscribers(Settings(program) with { Model = "/nowhere.bin" }, TimeProvider.System).Missing, StringComparison.Ordinal);
    }

    private static bool Runs(string number)
    {
        try
        {
            return !File.ReadAllText($"/proc/{number}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static WhisperCliSettings Settings(FakeProgram program) => new(program.Model) { Program = program.Path };

    private static Task<SpokenText> HearAsync(FakeProgram program, ISound sound, Told? told = null, TranscriptionOptions? options = null) =>
        HearAsync(Settings(program), sound, told ?? new Told(), options ?? new TranscriptionOptions(), default);

    private static async Task<SpokenText> HearAsync(WhisperCliSettings settings, ISound sound, IProgress<long> told, TranscriptionOptions options, CancellationToken cancellationToken)
    {
        using var transcriber = new WhisperCliTranscriber(settings, TimeProvider.System);
        return await transcriber.TranscribeAsync(sound, options, told, cancellationToken);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}

/// <summary>A test that needs a shell to stand in for the program.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "There is no shell here to stand in for whisper-cli." : null;
}

/// <summary>The same, one case a row.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "There is no shell here to stand in for whisper-cli." : null;
}
