using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.ScreenText;

/// <summary>What was read of a sighting.</summary>
/// <param name="Timestamp">The look's frame, by its presentation timestamp.</param>
/// <param name="Place">Which of the look's sightings, from 0.</param>
/// <param name="Words">The words, in reading order; empty where nothing was read.</param>
public sealed record CropReading(long Timestamp, int Place, IReadOnlyList<SeenWord> Words);

/// <summary>A word as it was read, in its place in the picture.</summary>
/// <param name="Text">The word.</param>
/// <param name="Confidence">How sure the reader is.</param>
/// <param name="Box">The upright box around it.</param>
/// <param name="Language">The language it was read in, as ISO 639-2; null when the reader does not say.</param>
public sealed record SeenWord(string Text, Confidence Confidence, PictureBox Box, string? Language = null);
