using VideoIndex.Logos.Exposure;
using VideoIndex.Search;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Finds where a brand's name is said or read. Pure.</summary>
internal static class NameMentions
{
    /// <summary>Returns the places, those that are said first, each in order of time.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="name">The brand's name; its words must stand side by side, in any case and with or without accents.</param>
    public static IEnumerable<BrandMention> Of(VideoContents contents, string name)
    {
        var said =
            from transcript in contents.Transcripts
            from utterance in transcript.Utterances
            select new BrandMention(name, Spoken: true, contents.Video.Path, utterance.Span, utterance.Text, Times(utterance.Text, name));
        var read =
            from tag in contents.Tags
            where tag.Kind == TagKinds.Text
            select new BrandMention(name, Spoken: false, contents.Video.Path, tag.Span, tag.Label, Times(tag.Label, name));
        return said.OrderBy(one => one.Span.Start).Concat(read.OrderBy(one => one.Span.Start)).Where(one => one.Times > 0);
    }

    private static int Times(string text, string name)
    {
        var (words, asked) = (Words.In(text), Words.In(name));
        return asked.Count == 0 ? 0 : Enumerable.Range(0, Math.Max(0, words.Count - asked.Count + 1))
            .Count(at => asked.Index().All(word => words[at + word.Index].Folded == word.Item.Folded));
    }
}
