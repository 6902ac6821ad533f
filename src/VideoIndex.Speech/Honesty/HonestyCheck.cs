using VideoIndex.Speech.Honesty.Phrases;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>
/// Says of everything a speech model wrote whether it is believed. Nothing is taken away: what is not believed is flagged with its reason
/// (<see cref="DropReasons"/>), and words nobody is heard saying lose confidence.
/// </summary>
public static class HonestyCheck
{
    /// <summary>Judges utterances.</summary>
    /// <param name="drafts">The utterances of one sound, in order of their start, in one language or several.</param>
    /// <param name="voice">Where somebody speaks in the whole sound; null where nobody listened for that, so that the model's own doubts must do.</param>
    /// <param name="rules">The numbers; null for the defaults.</param>
    /// <returns>
    /// The utterances in their order; one of which only some sentences are believed comes as several. Times lie within those of the drafts.
    /// </returns>
    public static IReadOnlyList<Utterance> Of(IReadOnlyList<DraftUtterance> drafts, IReadOnlyList<MediaSpan>? voice, HonestyRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        rules ??= new();
        var map = voice is null ? null : new VoiceMap(voice);
        var judged = new List<Utterance>();
        foreach (var part in drafts.SelectMany(draft => Parting.BySilence(draft, map, rules)).SelectMany(draft => Parting.ByLoop(draft, map, rules)))
        {
            judged.Add(part.Utterance with { Dropped = part.Utterance.Dropped ?? Reason(new Testimony(part, map, rules), part.Utterance.Text, rules) });
        }

        Repeats.Drop(judged, map, rules);
        return [.. judged.Select(utterance => SpeechCut.Apply(utterance, map, rules))];
    }

    private static string? Reason(Testimony told, string text, HonestyRules rules) =>
        Letters.AreOfSounds(text) || (told.ModelHearsNobody && !told.Spoken) ? DropReasons.NoSpeech
        : KnownPhrases.Are(text) && IsUnspoken(told) ? DropReasons.KnownPhrase
        : LoopCheck.IsLoop(told, rules) ? DropReasons.Loop
        : told.IsInstant || IsTooFast(told, rules) ? DropReasons.Unlikely
        : told.Unspoken && !told.MayBeMissed ? DropReasons.Silence
        : told.Probability < rules.Improbable && !told.Spoken ? DropReasons.Unlikely
        : null;

    private static bool IsUnspoken(Testimony told) => told.Voiced is null ? told.ModelDoubts : !told.Spoken;

    // Twice what a person can say in that time, by words the model did not hold likely.
    private static bool IsTooFast(Testimony told, HonestyRules rules) =>
        told.Letters.Length >= rules.LoopLetters && told.Needed > 2 * told.Seconds && told.Probability < 0.5;
}
