using VideoIndex.Search;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <summary>Makes videos of few words and questions that often find some, the same ones for the same seed.</summary>
public sealed class RandomQuestions(int seed)
{
    private static readonly string[] Vocabulary = ["goal", "Über", "goals", "優勝", "優", "half", "b", "3"];
    private static readonly string[] Fields = ["", "", "say:", "tag:", "text:", "video:", "shot:", "colour:", "motion:", "scene:", "logo:"];
    private readonly Random _random = new(seed);

    public IReadOnlyList<IndexedVideo> Videos(int count) =>
    [
        .. Enumerable.Range(0, count).Select(
            at => A.Video($"{Words(3)} {at}.mp4")
                .Saying(Lines())
                .SayingIn("ja", Lines())
                .Tagged("chapter", Lines())
                .Tagged("text", Lines())
                .Tagged("colour", Lines())
                .Tagged("motion", Lines())
                .Tagged("logo", Lines())
                .Shots("0", "5", "10")
                .Scenes("0-10", "10-600")),
    ];

    public Query Next() => QueryParser.Parse(string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Term())));

    private string Term() => $"{Fields[_random.Next(Fields.Length)]}\"{Words(3)}\"{(_random.Next(4) == 0 ? "*" : "")}";

    private string[] Lines() => [.. Enumerable.Range(0, _random.Next(12)).Select(_ => Line(_random.Next(50), _random.Next(8)))];

    private string Line(int start, int length) => $"{start}/3-{start + length}/3 {Words(5)}";

    private string Words(int below) =>
        string.Join(' ', Enumerable.Range(0, _random.Next(1, below)).Select(_ => Vocabulary[_random.Next(Vocabulary.Length)]));
}
