using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Batched;

/// <summary>What is said in one window, by passages, with times that count from the beginning of the window.</summary>
/// <param name="Passages">The passages, in order.</param>
/// <param name="Heard">How many frames of the window are done with; what follows is to be heard again.</param>
internal sealed record WindowText(IReadOnlyList<Passage> Passages, int Heard)
{
    /// <summary>Divides what was written of a window into passages, and times its words.</summary>
    /// <param name="network">The network that wrote it.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    /// <param name="speech">The encoded windows, and <paramref name="window"/> which of them.</param>
    /// <param name="window">Which window.</param>
    /// <param name="answer">What was written.</param>
    /// <param name="frames">How many frames of sound the window has, 10 ms each.</param>
    /// <param name="options">Whether it is translated, and its words are timed.</param>
    /// <param name="voiced">Where in the window somebody speaks.</param>
    public static WindowText Of(
        ISpeechNetwork network, SpeechVocabulary vocabulary, IEncodedSpeech speech, int window, DecodedWindow answer, int frames, WordOptions options,
        VoicedWords voiced)
    {
        var marks = new TokenMarks(vocabulary.EndOfText, vocabulary.TimestampBegin);
        var passages = LongForm.Passages.Of(answer.Tokens, 0, frames, marks, tokens => vocabulary.Decode([.. tokens]));
        if (passages.All is [{ } single] && answer.Tokens is [var first, ..] && first >= marks.TimestampBegin)
        {
            // A passage by itself begins, officially, with the window; its own mark is nearer to the truth.
            single.Start = Math.Min((first - marks.TimestampBegin) * LongForm.Passages.Step, single.End);
        }

        var text = passages.All.SelectMany(passage => passage.Tokens).Where(token => token < marks.EndOfText).ToArray();
        if (options.Times && text.Length > 0)
        {
            var sequence = WordTimer.Sequence(text, vocabulary, answer.Language, options.Translate);
            var heard = Math.Max(1, Math.Min(frames, passages.Heard) / 2); // what follows is said by nothing that is timed here
            var words = WordTimer.Time(network.Attend(speech, window, sequence, heard), text, vocabulary, answer.Language);
            PassageWords.Set(passages.All, voiced.Clip(words), marks.EndOfText, Punctuation.Usual, 0, 0);
        }

        return new WindowText(passages.All, passages.Heard);
    }
}

/// <summary>How words are to be had.</summary>
/// <param name="Times">Whether every word gets its own time.</param>
/// <param name="Translate">Whether they are written in English, whatever is spoken.</param>
internal readonly record struct WordOptions(bool Times, bool Translate);
