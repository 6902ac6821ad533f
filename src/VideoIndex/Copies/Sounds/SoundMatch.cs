namespace VideoIndex.Copies.Sounds;

/// <summary>A stretch of one video's sound that another has too, in words of their prints.</summary>
/// <param name="Here">The first word here.</param>
/// <param name="There">The first word there.</param>
/// <param name="Length">How many words.</param>
/// <param name="Wrong">How many bits differ, in thousandths: 500 is chance.</param>
/// <param name="Lead">How many thousandths more differ half a second and more earlier or later.</param>
/// <param name="Variety">How many bits a word differs by from that a second before, in thousandths: 0 for silence and a tone that holds.</param>
internal readonly record struct SoundMatch(int Here, int There, int Length, int Wrong, int Lead, int Variety)
{
    // Where less of the sound changes, or less of it is the same at this moment alone, nothing is said.
    private const int LeastVariety = 60, LeastLead = 80;

    // Five seconds.
    private const int Shortest = 40;

    /// <summary>Returns whether that is enough to call it the same sound.</summary>
    public bool Suffices(CopyOptions options) => Length >= Shortest && Wrong <= options.MostWrongSound && Lead >= LeastLead && Variety >= LeastVariety;
}
