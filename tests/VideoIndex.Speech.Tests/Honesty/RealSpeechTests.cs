using System.Text.Json;
using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Speech.Honesty;
using VideoIndex.Speech.Voice;
using VideoIndex.Tags;
using VideoIndex.Testing.Hearing;
using VideoIndex.Timing;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Honesty;

/// <summary>Real recordings, whose words and times people wrote down, heard by the real voice detector.</summary>
public sealed class RealSpeechTests(ITestOutputHelper output)
{
    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    [OnnxFact]
    public void Nothing_that_is_really_said_is_dropped_even_where_the_model_is_unsure()
    {
        var recordings = Recordings().ToArray();
        foreach (var (name, sound, words) in recordings)
        {
            var voice = Voice(sound);
            foreach (var probability in (double[])[0.2, 0.5, 0.95])
            {
                var draft = Draft(words, probability);
                var judged = HonestyCheck.Of([draft], voice);

                Assert.All(judged, utterance => Assert.Null(utterance.Dropped));
                Assert.Equal(draft.Utterance.Text, Assert.Single(judged).Text);
                var moved = judged[0].Words.Zip(draft.Utterance.Words).Count(pair => pair.First.Span != pair.Second.Span);
                output.WriteLine($"{name}, probability {probability}: {words.Length} words, {moved} cut to the speech");
            }
        }

        Assert.NotEmpty(recordings);
    }

    [OnnxFact]
    public void The_same_words_invented_in_the_silence_behind_are_dropped()
    {
        foreach (var (_, sound, words) in Recordings())
        {
            var longer = ArraySound.Join(sound, ArraySound.Silence(30));
            var later = (double)sound.Length / ISound.Rate + 10;
            var invented = Draft([.. words.Select(word => (word.Text, word.Start + later, word.End + later))], 0.6);

            Assert.All(HonestyCheck.Of([invented], Voice(longer)), utterance => Assert.NotNull(utterance.Dropped));
        }
    }

    private MediaSpan[] Voice(ArraySound sound)
    {
        using var session = _runtime.Open(OnnxLibrary.Model("snakers4__silero-vad/silero_vad.onnx"), new ModelSessionOptions { Providers = ["cpu"] });
        return [.. new VoiceDetector(session).Listen(sound, CancellationToken.None).Stretches(VoiceOptions.ForWords)
            .Select(stretch => new MediaSpan(Time(stretch.First), Time(stretch.End)))];
    }

    private static MediaTime Time(long sample) => new(new Rational(sample, ISound.Rate));

    private static DraftUtterance Draft((string Text, double Start, double End)[] words, double probability)
    {
        var draft = Drafts.Words([.. words.Select((word, i) => (i == 0 ? word.Text : " " + word.Text, word.Start, word.End))]);
        return draft with
        {
            AverageLogProbability = Math.Log(probability),
            NoSpeechProbability = 0.7,
            Utterance = draft.Utterance with { Words = [.. draft.Utterance.Words.Select(word => word with { Confidence = new Confidence(probability) })] },
        };
    }

    private static IEnumerable<(string Name, ArraySound Sound, (string Text, double Start, double End)[] Words)> Recordings() => Sentences().Concat(Alignments());

    private static IEnumerable<(string Name, ArraySound Sound, (string Text, double Start, double End)[] Words)> Sentences()
    {
        var folder = Path.Combine(Fixtures.Folder, "audio", "Picovoice__leopard");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "leopard_test_data.json")));
        foreach (var test in document.RootElement.GetProperty("tests").GetProperty("language_tests").EnumerateArray())
        {
            var path = Path.Combine(folder, test.GetProperty("audio_file").GetString()!);
            if (File.Exists(path))
            {
                yield return (Path.GetFileName(path), WaveFile.Read(path).Channel(0), [.. test.GetProperty("words").EnumerateArray()
                    .Select(word => (word.GetProperty("word").GetString()!, word.GetProperty("start_sec").GetDouble(), word.GetProperty("end_sec").GetDouble()))]);
            }
        }
    }

    private static IEnumerable<(string Name, ArraySound Sound, (string Text, double Start, double End)[] Words)> Alignments()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Fixtures.Folder, "audio", "cmusphinx__pocketsphinx"), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            yield return (Path.GetFileName(path), WaveFile.Read(Path.ChangeExtension(path, ".wav")).Channel(0), [.. document.RootElement.GetProperty("w").EnumerateArray()
                .Select(word => (Text: word.GetProperty("t").GetString()!, Start: word.GetProperty("b").GetDouble(), Length: word.GetProperty("d").GetDouble()))
                .Where(word => word.Text[0] is not ('<' or '['))
                .Select(word => (word.Text, word.Start, word.Start + word.Length))]);
        }
    }
}
