using Microsoft.Data.Sqlite;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Reviews;

/// <summary>What people say of what is about to be written of a video, and what they added to it.</summary>
internal sealed class JudgedMoments
{
    private readonly VideoId _video;
    private readonly StandingVerdicts? _standing;

    private JudgedMoments(VideoId video, VideoReviews reviews, StandingVerdicts? standing) => (_video, Added, _standing) = (video, reviews.Tags, standing);

    /// <summary>Gets the tags people added.</summary>
    public IReadOnlyList<HumanTag> Added { get; }

    /// <summary>Reads what people said, and judges by it all that is to be written.</summary>
    public static JudgedMoments Of(SqliteConnection connection, long ordinal, IReadOnlyList<Transcript> transcripts, IReadOnlyList<Tag> tags)
    {
        var video = connection.Rows("SELECT id FROM video WHERE ordinal = $video", row => VideoId.TryParse(row.GetString(0), out var id) ? id : default, ("$video", ordinal)).Single();
        var reviews = VideoReviews.Of(ReviewTable.Read(connection, ordinal, video));
        if (reviews.Verdicts is [] && reviews.Tags is [])
        {
            return new JudgedMoments(video, reviews, null); // of nearly every video: nothing is named that nobody judged
        }

        var said = transcripts.SelectMany(transcript => transcript.Utterances.Where(said => said.Dropped is null).Select(said => ClaimOf(video, transcript, said).Id));
        var made = tags.Select(tag => tag.Id).Concat(said).Concat(reviews.Tags.Select(tag => tag.Tag.Id)).ToHashSet();
        return new JudgedMoments(video, reviews, new StandingVerdicts(reviews, made));
    }

    /// <summary>Reads what a row says that people say: one of <see cref="ReviewStatus.All"/>.</summary>
    public static string Status(SqliteDataReader row, int column) => row.IsDBNull(column) ? ReviewStatus.Unreviewed : ReviewStatus.All[row.GetInt32(column)];

    /// <summary>Returns what people say of a tag, as a row says it: null for nothing, 1 for verified, 2 for rejected.</summary>
    public int? StatusOf(Tag tag) => Code(VideoClaim.Of(tag));

    /// <summary>Returns what people say of something that was heard, as a row says it.</summary>
    public int? StatusOf(Transcript transcript, Utterance said) => _standing is null ? null : Code(ClaimOf(_video, transcript, said));

    private static VideoClaim ClaimOf(VideoId video, Transcript transcript, Utterance said) => new(video, said.Span, VideoClaim.Said, said.Text, transcript.Origin);

    private int? Code(VideoClaim claim) => _standing?.StatusOf(claim) switch
    {
        ReviewStatus.Verified => 1,
        ReviewStatus.Rejected => 2,
        _ => null,
    };
}
