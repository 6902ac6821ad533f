using VideoIndex.Hearing;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Batched.Placing;

/// <summary>What is said in one window, by passages, with times that count from the beginning of the window.</summary>
/// <param name="Passages">The passages, in order.</param>
/// <param name="Rest">From which sample of the window on it is to be heard again; null where it is done with.</param>
internal sealed record WindowText(IReadOnlyList<Passage> Passages, int? Rest)
{
    /// <summary>Divides what was written of a window into passages, and times its words.</summary>
    /// <param name="engine">What wrote it.</param>
    /// <param name="speech">The encoded windows.</param>
    /// <param name="window">Which of them.</param>
    /// <param name="answer">What was written.</param>
    /// <param name="chunk">What was heard.</param>
    /// <param name="options">How it was to be heard.</param>
    public static WindowText Of(
        SpeechEngine engine, IEncodedSpeech speech, int window, DecodedWindow answer, SpeechChunk chunk, TranscriptionOptions options)
    {
        var (network, vocabulary) = (engine.Network, engine.Vocabulary);
        var frames = (int)Math.Min(network.Shape.Frames, chunk.Length / LogMel.Hop);
        var marks = new TokenMarks(vocabulary.EndOfText, vocabulary.TimestampBegin);
        var passages = LongForm.Passages.Of(answer.Tokens, 0, frames, marks, tokens => vocabulary.Decode([.. tokens]));
        if (passages.All is [{ } single] && answer.Tokens is [var first, ..] && first >= marks.TimestampBegin)
        {
            // A passage by itself begins, officially, with the window; its own mark is nearer to the truth.
            single.Start = Math.Min((first - marks.TimestampBegin) * LongForm.Passages.Step, single.End);
        }

        var text = passages.All.SelectMany(passage => passage.Tokens).Where(token => token < marks.EndOfText).ToArray();
        if (options.WordTimes && text.Length > 0)
        {
            var translated = options.Translate && vocabulary.Translate is not null;
            var sequence = WordTimer.Sequence(text, vocabulary, answer.Language, translated);
            var heard = Math.Max(1, Math.Min(frames, passages.Heard) / 2); // what follows is said by nothing that is timed here
            var words = WordTimer.Time(network.Attend(speech, window, sequence, heard), text, vocabulary, translated ? "en" : answer.Language);
            PassageWords.Set(passages.All, VoicedWords.Of(chunk).Clip(words), marks.EndOfText, Punctuation.Usual, 0, 0);
        }

        return new WindowText(passages.All, passages.Heard < frames ? passages.Heard * LogMel.Hop : null);
    }
}
