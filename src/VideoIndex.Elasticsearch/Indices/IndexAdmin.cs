using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Indices;

/// <summary>Makes indices, and says which of them is searched and which is written to.</summary>
internal sealed class IndexAdmin(ClusterClient client)
{
    private const string Exists = "resource_already_exists_exception";

    /// <summary>Gets what things are called.</summary>
    public IndexNames Names { get; } = new(client.Settings.Name);

    /// <summary>Puts synonyms and template in place, in this order: an index whose synonym set is missing cannot be used.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await client.SendAsync(ClusterRequest.Put($"_synonyms/{Names.Synonyms}", SynonymSets.Of(client.Settings.Synonyms)), cancellationToken).ConfigureAwait(false);
        await client.SendAsync(ClusterRequest.Put($"_index_template/{Names.Template}", IndexTemplate.Of(client.Settings, Names)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the index an alias stands for; null where there is no such alias.</summary>
    public async Task<string?> BehindAsync(string alias, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(ClusterRequest.Get(alias), cancellationToken, 404).ConfigureAwait(false);
        return reply.Status == 404 ? null : reply.Root.Members().Select(member => member.Name).Where(name => name != alias).Max(StringComparer.Ordinal);
    }

    /// <summary>Makes an index by the template; one that is there already is left as it is.</summary>
    public async Task CreateAsync(string index, CancellationToken cancellationToken)
    {
        var reply = await client.SendAsync(ClusterRequest.Put(index, null), cancellationToken, 400).ConfigureAwait(false);
        if (reply.Status == 400 && reply.Kind != Exists)
        {
            throw Refusals.Of(reply, client.Host, client.Settings.Key);
        }
    }

    /// <summary>Has both aliases stand for an index, in one step.</summary>
    /// <param name="index">The index.</param>
    /// <param name="old">The index they stood for until now; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task PointAsync(string index, string? old, CancellationToken cancellationToken)
    {
        var actions = new JsonArray();
        if (old is not null && old != index)
        {
            actions.Add((JsonNode)Action("remove", old, Names.Read));
            actions.Add((JsonNode)Action("remove", old, Names.Write));
        }

        actions.Add((JsonNode)Action("add", index, Names.Read));
        var written = Action("add", index, Names.Write);
        written["add"]!["is_write_index"] = true;
        actions.Add((JsonNode)written);
        return client.SendAsync(ClusterRequest.Post("_aliases", new JsonObject { ["actions"] = actions }), cancellationToken);
    }

    /// <summary>Deletes an index, if it is there.</summary>
    public Task DeleteAsync(string index, CancellationToken cancellationToken) => client.SendAsync(ClusterRequest.Delete(index), cancellationToken, 404);

    /// <summary>Has everything written until now be seen by searches.</summary>
    public Task RefreshAsync(string index, CancellationToken cancellationToken) => client.SendAsync(ClusterRequest.Post($"{index}/_refresh", null), cancellationToken);

    private static JsonObject Action(string what, string index, string alias) => new JsonObject { [what] = new JsonObject { ["index"] = index, ["alias"] = alias } };
}
