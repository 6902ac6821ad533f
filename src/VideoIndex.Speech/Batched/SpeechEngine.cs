using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tokens;
using VideoIndex.Tags;

namespace VideoIndex.Speech.Batched;

/// <summary>What it takes to hear, ready to run.</summary>
/// <param name="Origin">The model with its version, as transcripts name it.</param>
/// <param name="Network">The speech network.</param>
/// <param name="Vocabulary">Its tokens.</param>
/// <param name="Voice">Hears whether anyone speaks.</param>
public sealed record SpeechEngine(Origin Origin, ISpeechNetwork Network, SpeechVocabulary Vocabulary, IVoice Voice) : IDisposable
{
    /// <summary>Closes the network and what hears voices.</summary>
    public void Dispose()
    {
        Network.Dispose();
        Voice.Dispose();
    }
}
