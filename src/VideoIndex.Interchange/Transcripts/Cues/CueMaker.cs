using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Makes cues of a transcript: of its words, by rules for reading; or, of captions a file came with, the cues they are.</summary>
public static class CueMaker
{
    /// <summary>Makes them.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="rules">How much may stand on the screen, and for how long.</param>
    /// <param name="cuts">When one shot gives way to the next, in order; empty where nobody knows.</param>
    public static CueSheet Make(Transcript transcript, CueRules rules, IReadOnlyList<MediaTime> cuts)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(rules);
        var utterances = transcript.Utterances
            .Where(utterance => (utterance.Dropped is null || rules.WithDropped) && !string.IsNullOrWhiteSpace(utterance.Text)).ToList();
        return IsCaptions(transcript) ? new CueSheet([.. utterances.Select(utterance => Kept(utterance, rules))], []) : Made(utterances, rules, cuts);
    }

    /// <summary>Returns whether a transcript is captions, made by people for the screen, and not written down from the sound.</summary>
    public static bool IsCaptions(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return transcript.Origin.Kind is "captions" or "sidecar" or "container" or "import";
    }

    private static Cue Kept(Utterance utterance, CueRules rules)
    {
        var lines = utterance.Text.Split('\n').Select(text => new CueLine([new CueRun(text, false)]));
        if (rules.Rewrap && CueWord.Of(utterance with { Words = [] }, rules) is { Count: > 0 } words)
        {
            lines = new LineBreaker(rules).Break([.. words], indent: 0).Select(line => new CueLine(Runs(line)));
        }

        return new Cue(utterance.Span, [.. lines]) { Dropped = utterance.Dropped };
    }

    private static CueSheet Made(List<Utterance> utterances, CueRules rules, IReadOnlyList<MediaTime> cuts)
    {
        var lines = new LineBreaker(rules);
        var splitter = new CueSplitter(rules, lines);
        var indent = utterances.Select(utterance => utterance.Speaker).Distinct().Count() > 1 ? 2 : 0; // room for the dash of a turn
        var drafts = new List<CueDraft>();
        foreach (var utterance in utterances)
        {
            if (CueWord.Of(utterance, rules) is { Count: > 0 } words)
            {
                drafts.AddRange(splitter.Split([.. words], indent).Select(cue => new CueDraft(cue, utterance.Speaker, utterance.Dropped)));
            }
        }

        var order = new CueOrder(rules, splitter, lines, indent);
        var speaker = default(string);
        var cues = order.Place(drafts, cuts).Select(draft => Broken(draft, lines, indent, ref speaker)).ToList();
        return new CueSheet(cues, CueCheck.Notes(cues, rules, utterances.Count(utterance => utterance.Words.Count == 0), order.Delayed));
    }

    private static Cue Broken(CueDraft draft, LineBreaker breaker, int indent, ref string? speaker)
    {
        var lines = new List<CueLine>();
        foreach (var (who, words) in draft.Parts)
        {
            foreach (var line in breaker.Break(words, indent))
            {
                lines.Add(new CueLine(Runs(line)) { Speaker = who, StartsTurn = who is not null && who != speaker });
                speaker = who;
            }
        }

        return new Cue(new MediaSpan(draft.Start, draft.End), lines) { Dropped = draft.Dropped };
    }

    private static List<CueRun> Runs(CueWord[] words)
    {
        var runs = new List<CueRun>();
        for (var at = 0; at < words.Length; at++)
        {
            var space = at > 0 && words[at].HasSpace ? " " : "";
            if (runs.Count > 0 && (runs[^1].IsUnsure == words[at].IsUnsure))
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + space + words[at].Text };
                continue;
            }

            // The space before a word that is marked is not.
            if (space.Length > 0 && words[at].IsUnsure)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + space };
                space = "";
            }

            runs.Add(new CueRun(space + words[at].Text, words[at].IsUnsure));
        }

        return runs;
    }
}
