using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Transcripts;

/// <summary>Speech of every pace and muddle: whatever it is, cues are in order, never overlap, lose no word, and keep the rules or say so.</summary>
public sealed class CuePropertyTests
{
    private static readonly string[] Vocabulary =
        ["the", "a", "goal,", "referee.", "and", "Müller", "unbelievable!", "no", "who", "passes", "to", "offside;", "counter-attack", "東京", "I", "…", "x"];

    [Fact]
    public void Cues_hold_what_they_promise_for_any_speech()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var transcript = Spoken(random);
            var rules = CueRules.For(transcript) with { MaxLine = random.Next(10, 50), MaxLines = random.Next(1, 4), ReadingSpeed = random.Next(8, 30), WithDropped = seed % 3 == 0 };
            var cuts = Enumerable.Range(0, 60).Select(_ => Said.At(random.NextDouble() * 60)).Order().ToArray();
            Holds(transcript, rules, transcript.Cues(rules, seed % 2 == 0 ? cuts : []), $"seed {seed}");
        }
    }

    private static void Holds(Transcript transcript, CueRules rules, CueSheet sheet, string which)
    {
        foreach (var (first, second) in sheet.Cues.Zip(sheet.Cues.Skip(1)))
        {
            Assert.True(first.Span.End <= second.Span.Start, $"{which}: {first.Span} {second.Span}");
        }

        Assert.True(sheet.Cues.All(cue => cue.Span.Duration > default(Timing.MediaDuration)), which);
        var said = transcript.Utterances.Where(utterance => utterance.Dropped is null || rules.WithDropped).SelectMany(utterance => utterance.Text.Split(' '));
        var shown = sheet.Cues.SelectMany(cue => cue.Text.Split(' ', '\n'));
        Assert.Equal(said.Where(word => word != "").Order(StringComparer.Ordinal), shown.Where(word => word != "").Order(StringComparer.Ordinal));
        Told(sheet.Cues.Any(cue => cue.Lines.Count > rules.MaxLines), "lines.");
        Told(sheet.Cues.Any(cue => cue.Lines.Any(line => TextWidth.Columns(line.Text) > rules.MaxLine)), "a line longer");
        Told(sheet.Cues.Any(cue => cue.Span.Duration < rules.MinDuration), "less time");
        Told(sheet.Cues.Any(cue => cue.Span.Duration > rules.MaxDuration), "more time");
        Told(sheet.Cues.Any(cue => CueCheck.SpeedOf(cue, rules) > rules.ReadingSpeed), "more to read");

        void Told(bool isBroken, string how) => Assert.True(isBroken == sheet.Notes.Any(note => note.Contains(how, StringComparison.Ordinal)), $"{which}: {how}");
    }

    private static Transcript Spoken(Random random)
    {
        var utterances = new List<Utterance>();
        var start = 0.0;
        for (var count = random.Next(1, 14); count > 0; count--)
        {
            var words = new List<SpokenWord>();
            var time = start;
            for (var more = random.Next(1, 30); more > 0; more--)
            {
                var end = time + random.NextDouble() * random.NextDouble() * 1.5;
                words.Add(new SpokenWord(Said.Span(time, end), (words.Count > 0 ? " " : "") + Vocabulary[random.Next(Vocabulary.Length)], new Confidence(random.NextDouble())));
                time = end + (random.Next(6) == 0 ? random.NextDouble() : 0);
            }

            utterances.Add(Said.Of(words, random.Next(3) switch { 0 => null, 1 => "left", _ => "right" }) with { Dropped = random.Next(8) == 0 ? DropReasons.Loop : null });
            start = random.Next(5) == 0 ? start : time - random.NextDouble();
            start = Math.Max(0, start);
        }

        return Said.By("en", [.. utterances.OrderBy(utterance => utterance.Span.Start)]);
    }
}
