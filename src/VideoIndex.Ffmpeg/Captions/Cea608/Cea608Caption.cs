namespace VideoIndex.Ffmpeg.Captions.Cea608;

/// <summary>One caption as it stood on screen.</summary>
/// <param name="Channel">The caption channel, from 1 (CC1) to 4 (CC4).</param>
/// <param name="Start">The time of the frame that showed it, in the units the pairs came with.</param>
/// <param name="End">The time of the frame that took it away; never before <paramref name="Start"/>.</param>
/// <param name="Text">The rows as broadcast, joined by a newline.</param>
internal readonly record struct Cea608Caption(int Channel, long Start, long End, string Text);
