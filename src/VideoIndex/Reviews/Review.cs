using VideoIndex.Brands;
using VideoIndex.Search.Language;
using VideoIndex.Tags;

namespace VideoIndex.Reviews;

/// <summary>What a person said of a claim. It is about what is claimed, so it holds, too, where a later analysis claims nearly the same.</summary>
/// <param name="Claim">The claim as it was then.</param>
/// <param name="Status"><see cref="ReviewStatus.Verified"/> or <see cref="ReviewStatus.Rejected"/>.</param>
/// <param name="Made">When, and by whom.</param>
/// <param name="Note">What else there is to say; empty for nothing.</param>
public sealed record Verdict(VideoClaim Claim, string Status, Stamp Made, string Note);

/// <summary>A tag a person added, as it stands now.</summary>
/// <param name="Number">What names it for good, however often it is corrected: the entry that added it.</param>
/// <param name="Tag">The tag. Its origin is the person who added or last corrected it; it is as sure as can be.</param>
/// <param name="Changed">When it was added or last corrected, and by whom.</param>
/// <param name="Note">What else there is to say; empty for nothing.</param>
public sealed record HumanTag(long Number, Tag Tag, Stamp Changed, string Note)
{
    /// <summary>What kind of author a person is.</summary>
    public const string Author = "person";
}

/// <summary>One line of what people did to the claims about a video. Lines are added and never changed.</summary>
/// <param name="Number">Its place among all lines of the library: rising, never given twice.</param>
/// <param name="What">What was done.</param>
/// <param name="Claim">The claim that was judged; the tag that was added, as corrected, or withdrawn.</param>
/// <param name="Tag">Which person's tag, by the line that added it; null for what is of no such tag, and for that line itself.</param>
/// <param name="Made">When, and by whom.</param>
/// <param name="Note">What else there is to say; empty for nothing.</param>
public sealed record ReviewEntry(long Number, ReviewAct What, VideoClaim Claim, long? Tag, Stamp Made, string Note);

/// <summary>What was done in one line.</summary>
public enum ReviewAct
{
    /// <summary>A claim was found right.</summary>
    Verified = 0,

    /// <summary>A claim was found wrong.</summary>
    Rejected = 1,

    /// <summary>What was said of a claim was taken back.</summary>
    Unjudged = 2,

    /// <summary>A person added a tag.</summary>
    Added = 3,

    /// <summary>A person's tag was put right.</summary>
    Corrected = 4,

    /// <summary>A person's tag was taken back.</summary>
    Withdrawn = 5,
}
