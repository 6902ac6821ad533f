namespace VideoIndex.Elasticsearch.Writing;

/// <summary>What became of the documents of one writing.</summary>
internal sealed class BulkReport
{
    private readonly List<BulkAnswer> _refused = [];

    /// <summary>Gets how many were taken.</summary>
    public long Done { get; private set; }

    /// <summary>Gets how many needed nothing, since a newer one was there, or none.</summary>
    public long AlreadySo { get; private set; }

    /// <summary>Gets those that were refused, with the reasons.</summary>
    public IReadOnlyList<BulkAnswer> Refused => _refused;

    /// <summary>Takes note of an answer.</summary>
    public void Add(BulkAnswer answer)
    {
        switch (answer.Fate)
        {
            case BulkFate.Done:
                Done++;
                break;
            case BulkFate.AlreadySo:
                AlreadySo++;
                break;
            default:
                _refused.Add(answer);
                break;
        }
    }
}
