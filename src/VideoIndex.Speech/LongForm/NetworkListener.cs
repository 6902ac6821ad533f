using VideoIndex.Hearing;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.LongForm;

/// <summary>Listens with a speech network. It holds one window, however long the sound.</summary>
/// <param name="network">The network; whoever opened it disposes it.</param>
/// <param name="vocabulary">Its tokens.</param>
/// <param name="decoder">Writes down a window once.</param>
/// <param name="sound">The sound.</param>
/// <param name="mel">The same as a picture, floored by the whole.</param>
/// <param name="options">How windows are written down, and when again; a prompt in it is not used.</param>
public sealed class NetworkListener(
    ISpeechNetwork network, SpeechVocabulary vocabulary, IWindowDecoder decoder, ISound sound, SoundMel mel, ListeningOptions options)
    : IWindowListener, IDisposable
{
    private readonly Fallback _fallback = new(decoder, options.Fallback);
    private readonly float[] _picture = new float[network.Shape.Mels * network.Shape.Frames];
    private IEncodedSpeech? _encoded;

    /// <inheritdoc/>
    public int Frames => checked((int)mel.Frames);

    /// <inheritdoc/>
    public int WindowFrames => network.Shape.Frames;

    /// <inheritdoc/>
    public TokenMarks Marks => new(vocabulary.EndOfText, vocabulary.TimestampBegin);

    /// <inheritdoc/>
    /// <remarks>Unlike windows that are written down, a first window that the sound does not fill is filled with silence, as in the official program.</remarks>
    public string Language(CancellationToken cancellationToken)
    {
        if (mel.Frames >= WindowFrames)
        {
            mel.Draw(0, WindowFrames, WindowFrames, _picture);
        }
        else
        {
            var samples = new float[sound.Length];
            sound.Read(0, samples);
            new LogMel(network.Shape.Mels).Draw(samples, WindowFrames, _picture);
        }

        Encode();
        return decoder.DetectLanguages(_encoded!, [0])[0][0].Language;
    }

    /// <inheritdoc/>
    public DecodedWindow Listen(int first, int frames, string language, IReadOnlyList<int> prompt, CancellationToken cancellationToken)
    {
        mel.Draw(first, frames, WindowFrames, _picture);
        Encode();
        var window = new WindowToDecode(0, language, first);
        return _fallback.Decode(_encoded!, [window], options.Decoding with { Prompt = prompt }, cancellationToken)[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TimedWord> Words(IReadOnlyList<int> text, int frames, string language)
    {
        var sequence = WordTimer.Sequence(text, vocabulary, language, options.Decoding.Translate);
        return WordTimer.Time(network.Attend(_encoded!, 0, sequence, Math.Max(1, frames / Passages.FramesPerStep)), text, vocabulary, language);
    }

    /// <inheritdoc/>
    public string Text(IReadOnlyList<int> tokens) => vocabulary.Decode([.. tokens]);

    /// <inheritdoc/>
    public void Dispose() => _encoded?.Dispose();

    private void Encode()
    {
        _encoded?.Dispose();
        _encoded = null;
        _encoded = network.Encode(_picture, 1);
    }
}

/// <summary>How a window is listened to.</summary>
/// <param name="Decoding">How it is written down.</param>
/// <param name="Fallback">When it is written down again.</param>
public sealed record ListeningOptions(DecodingOptions Decoding, FallbackOptions Fallback);
