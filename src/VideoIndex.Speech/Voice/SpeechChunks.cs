using VideoIndex.Hearing;

namespace VideoIndex.Speech.Voice;

/// <summary>
/// Puts speech into chunks of a window at most. M. Bain and others, "WhisperX: Time-Accurate Speech Transcription of Long-Form Audio", 2023, section
/// 2: long speech is cut where it is least speech, short speech merged up to a window. Here a chunk ends at a pause, and long silence in it is cut
/// down.
/// </summary>
public static class SpeechChunks
{
    /// <summary>Lists the chunks of a sound, in order and apart. All speech is in one of them, and once.</summary>
    /// <param name="sound">The sound; of it only speech longer than a window is read.</param>
    /// <param name="activity">What was heard in it.</param>
    /// <param name="voice">What counts as speech; its padding is not used.</param>
    /// <param name="options">How chunks are made.</param>
    /// <exception cref="ArgumentException">The padding is more than a sixth of the window.</exception>
    public static IReadOnlyList<SpeechChunk> Of(ISound sound, SpeechActivity activity, VoiceOptions voice, ChunkOptions options)
    {
        if (options.Padding > options.Window / 6)
        {
            throw new ArgumentException("The padding is at most a sixth of the window.", nameof(options));
        }

        var cutter = new LongSpeech(sound, activity, voice.Ending, options.Window - (2 * options.Padding));
        var speech = activity.Stretches(voice with { Padding = 0 }).SelectMany(cutter.Cut).ToArray();
        var layout = new ChunkLayout(speech, sound.Length, options);
        var chunks = new List<SpeechChunk>();
        for (var first = 0; first < speech.Length;)
        {
            var end = layout.End(first);
            chunks.Add(new SpeechChunk(layout.Parts(first, end), speech[first..end]));
            first = end;
        }

        return chunks;
    }
}
