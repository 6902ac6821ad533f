using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Tests.Specification;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>
/// Stands in for Elasticsearch, for as much of it as is used here, and refuses anything else: indices by template, aliases, synonym sets, bulk requests by external versions, deletion by
/// query, refreshes, points in time and searches. Every request is held against Elastic's own description first, where that is at hand. How well something answers is the sum of the boosts of what makes it better.
/// </summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Held = new();

    private readonly LoopbackServer _server;
    private readonly Lock _gate = new();
    private readonly Indices _indices = new();
    private readonly ConcurrentQueue<Asked> _asked = new();

    public FakeCluster() => _server = new LoopbackServer((stream, end) => Wire.ServeAsync(stream, Answer, end));

    /// <summary>Gets or sets what answers instead, where it returns an answer: the cluster's own moods.</summary>
    public Func<Asked, Answer?>? Mood { get; set; }

    public string Host => _server.Host;

    public Uri Address => new($"http://{Host}");

    /// <summary>Gets every request there was.</summary>
    public IReadOnlyList<Asked> Asked => [.. _asked];

    /// <summary>Returns the documents searches see behind an alias or in an index.</summary>
    public IReadOnlyList<Document> Seen(string name)
    {
        lock (_gate)
        {
            return _indices.Behind(name)?.Seen ?? [];
        }
    }

    /// <summary>Gets the names of the indices there are.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return _indices.Names;
            }
        }
    }

    /// <summary>Gets how many points in time are open.</summary>
    public int OpenPoints
    {
        get
        {
            lock (_gate)
            {
                return _indices.OpenPoints;
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Answers a request, from wherever it comes.</summary>
    public Answer Answer(Asked asked)
    {
        _asked.Enqueue(asked);
        return Mood?.Invoke(asked) ?? CarryOut(asked);
    }

    /// <summary>Does what is asked, whatever the mood, and counts it nowhere.</summary>
    public Answer CarryOut(Asked asked)
    {
        lock (_gate)
        {
            try
            {
                return Wrong(asked) is [_, ..] wrong
                    ? throw new RefusedException(400, "x_content_parse_exception", $"Elastic does not describe it: {string.Join(" ", wrong)}")
                    : Routed(asked);
            }
            catch (RefusedException refused)
            {
                return refused.Answer;
            }
            catch (Exception failure) when (failure is UnknownException or InvalidOperationException or KeyNotFoundException or JsonException)
            {
                return Cluster.Answer.Error(400, "fake_exception", $"{failure.Message} ({asked.Method} {asked.Target})");
            }
        }
    }

    // The same requests come in test after test, and the one for the template takes a second.
    private static IReadOnlyList<string> Wrong(Asked asked) => Reference.Described is not { } described ? [] : asked.Method == "PUT"
        ? Held.GetOrAdd($"{asked.Target} {asked.Text}", _ => described.Wrong(asked.Method, asked.Target, asked.Body.Length == 0 ? null : asked.Body))
        : described.Wrong(asked.Method, asked.Target, asked.Body.Length == 0 ? null : asked.Body);

    private Answer Routed(Asked asked)
    {
        JsonNode told = (asked.Method, asked.Segments) switch
        {
            ("PUT", ["_synonyms", var set]) => _indices.PutSynonyms(set),
            ("PUT", ["_index_template", var template]) => _indices.PutTemplate(template, asked.Json),
            ("POST", ["_aliases"]) => _indices.Point(asked.Json),
            ("POST", ["_search"]) => _indices.Search(asked.Json),
            ("DELETE", ["_pit"]) => _indices.Close(asked.Json),
            ("PUT", [var index]) => _indices.Create(index),
            ("GET", [var index]) => _indices.Describe(index),
            ("DELETE", [var index]) => _indices.Delete(index),
            ("GET", [var index, "_doc", var id]) => _indices.Find(index).GetDocument(id),
            ("POST", [var index, "_pit"]) => _indices.Open(index),
            ("POST", [var index, "_refresh"]) => _indices.Find(index).Refreshed(),
            ("POST", [var index, "_bulk"]) => _indices.Written(index, asked),
            ("POST", [var index, "_delete_by_query"]) => _indices.Find(index).Deleted(asked),
            _ => throw new UnknownException($"{asked.Method} /{asked.Path}"),
        };
        return new Answer(told["found"]?.GetValue<bool>() == false ? 404 : 200, told.ToJsonString());
    }
}
