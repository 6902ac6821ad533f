namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>Something was asked that the fake does not understand. It says so instead of guessing.</summary>
internal sealed class UnknownException(string what) : Exception($"The fake does not understand {what}.");

/// <summary>Something was asked that Elasticsearch would refuse.</summary>
internal sealed class RefusedException(int status, string type, string reason) : Exception(reason)
{
    public Answer Answer => Answer.Error(status, type, Message);
}
