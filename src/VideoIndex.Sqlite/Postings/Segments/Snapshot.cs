namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>The index as one transaction sees it.</summary>
/// <param name="Stamp">A number that no other state has.</param>
/// <param name="Segments">The segments, by their first video.</param>
/// <param name="Classes">The classes of things, by number; null for numbers nobody has.</param>
internal sealed record Snapshot(long Stamp, IReadOnlyList<LiveSegment> Segments, IReadOnlyList<ThingClass?> Classes)
{
    /// <summary>Gets how many things there are, those of videos that are gone from it included until they are merged away.</summary>
    public long Things { get; } = Segments.Sum(segment => (long)segment.Segment.Things);

    /// <summary>Gets how many words those have on average; 1 for none.</summary>
    public float Average { get; } = Segments.Sum(segment => segment.Segment.Words) is > 0 and var words
        ? (float)words / Segments.Sum(segment => (long)segment.Segment.Things)
        : 1;

    /// <summary>Returns the segment that a video is alive in, and its place there; null for a video that is nowhere.</summary>
    public (LiveSegment Segment, int Video)? Find(long ordinal)
    {
        foreach (var segment in Segments)
        {
            var video = segment.Segment.VideoFrom(ordinal);
            if (video < segment.Segment.Videos.Length && segment.Segment.Videos[video] == ordinal && !segment.IsDead(video))
            {
                return (segment, video);
            }
        }

        return null;
    }
}

/// <summary>A segment, and which of its videos are not to be found in it any more.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Dead">Its dead videos; null for none.</param>
internal sealed record LiveSegment(Segment Segment, bool[]? Dead)
{
    /// <summary>Returns whether a video is not to be found in it any more.</summary>
    public bool IsDead(int video) => Dead is not null && Dead[video];

    /// <summary>Gets how many of its things are alive.</summary>
    public int Alive => Segment.Things - (Dead is null ? 0 : Dead.Index().Where(video => video.Item).Sum(video => Segment.FirstThing[video.Index + 1] - Segment.FirstThing[video.Index]));
}
