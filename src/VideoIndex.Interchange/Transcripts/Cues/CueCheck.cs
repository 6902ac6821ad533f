using System.Globalization;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Says which rules the finished cues do not keep.</summary>
internal static class CueCheck
{
    /// <summary>Returns a sentence for each rule that was broken.</summary>
    public static List<string> Notes(IReadOnlyList<Cue> cues, CueRules rules, int wordless, int delayed)
    {
        var notes = new List<string>();
        var limit = rules.IsWide ? 2 * rules.MaxLine : rules.MaxLine;
        Say(cues.Count(cue => cue.Lines.Any(line => TextWidth.Columns(line.Text) > limit)), $"a line longer than {rules.MaxLine} characters, for a word that long is not broken");
        Say(cues.Count(cue => cue.Lines.Count > rules.MaxLines), $"more than {rules.MaxLines} lines");
        Say(cues.Count(cue => SpeedOf(cue, rules) > rules.ReadingSpeed), $"more to read than {rules.ReadingSpeed} characters a second, for it is said so fast");
        Say(cues.Count(cue => cue.Span.Duration < rules.MinDuration), $"less time than {rules.MinDuration.Seconds} s, for the next follows");
        Say(cues.Count(cue => cue.Span.Duration > rules.MaxDuration), $"more time than {rules.MaxDuration.Seconds} s, for one word is said to take that long");
        if (delayed > 0)
        {
            notes.Add($"{Cues(delayed)} shown later than they are said, for others are on the screen then.");
        }

        if (wordless > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{wordless} {(wordless == 1 ? "utterance has" : "utterances have")} no times of words; where one is divided, its time is shared out by length."));
        }

        return notes;

        void Say(int count, string what)
        {
            if (count > 0)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} of {cues.Count} cues {(count == 1 ? "has" : "have")} {what}."));
            }
        }

        static string Cues(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "cue is" : "cues are")}");
    }

    /// <summary>Returns how many characters a second a cue asks people to read, line breaks counted as spaces.</summary>
    public static decimal SpeedOf(Cue cue, CueRules rules)
    {
        var seconds = (decimal)cue.Span.Duration.Seconds.Numerator / cue.Span.Duration.Seconds.Denominator;
        var characters = cue.Lines.Sum(line => TextWidth.Characters(line.Text, rules.IsWide)) + (rules.IsWide ? 0 : cue.Lines.Count - 1);
        return seconds > 0 ? decimal.Round(characters / seconds, 3) : decimal.MaxValue;
    }
}
