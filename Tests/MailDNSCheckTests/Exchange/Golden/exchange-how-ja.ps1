# maildnscheck exchange 用のエクスポート。Windows PowerShell 5.1またはPowerShell 7に、全体を貼り付けて実行します。
# 読み取りだけを行います。

# 必要な権限: 役割グループ「View-Only Organization Management」(またはEntraの「グローバル閲覧者」)

# 初回のみインストールし、毎回接続します:
Install-Module ExchangeOnlineManagement -Scope CurrentUser
Connect-ExchangeOnline

# コネクタ、ルール、組織の設定、承認済みドメイン。JSONなら一覧の値が失われません:
ConvertTo-Json -Depth 5 -InputObject @(Get-InboundConnector) | Out-File inbound.json -Encoding utf8
ConvertTo-Json -Depth 5 -InputObject @(Get-OutboundConnector -IncludeTestModeConnectors:$true) | Out-File outbound.json -Encoding utf8
ConvertTo-Json -Depth 5 -InputObject @(Get-TransportRule -ResultSize Unlimited) | Out-File rules.json -Encoding utf8
Get-OrganizationConfig | Select-Object Name,RejectDirectSend,SendFromAliasEnabled | ConvertTo-Json -Depth 5 | Out-File organization.json -Encoding utf8
Get-AcceptedDomain | Select-Object Name,DomainName,DomainType,Default | Export-Csv domains.csv -NoTypeInformation -Encoding UTF8

# 受信者。-ResultSize Unlimited がないと1,000件で切れます。除外に使う属性があれば列に加えてください:
$columns = 'DisplayName','PrimarySmtpAddress','RecipientTypeDetails','CustomAttribute1',@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}}
Get-Mailbox -ResultSize Unlimited | Select-Object $columns | Export-Csv mailboxes.csv -NoTypeInformation -Encoding UTF8
Get-DistributionGroup -ResultSize Unlimited | Select-Object $columns | Export-Csv groups.csv -NoTypeInformation -Encoding UTF8
Get-DynamicDistributionGroup -ResultSize Unlimited | Select-Object $columns | Export-Csv dynamic.csv -NoTypeInformation -Encoding UTF8
Get-UnifiedGroup -ResultSize Unlimited -IncludeAllProperties | Select-Object $columns | Export-Csv unified.csv -NoTypeInformation -Encoding UTF8
Get-MailUser -ResultSize Unlimited | Select-Object $columns | Export-Csv mailusers.csv -NoTypeInformation -Encoding UTF8

# 直近2日間のメール。1回の照会は最大5,000行・10日間で、90日前までさかのぼれます:
Get-MessageTraceV2 -StartDate (Get-Date).AddDays(-2) -EndDate (Get-Date) -ResultSize 5000 | Select-Object Received,SenderAddress,RecipientAddress,Subject,Status,ToIP,FromIP,Size,MessageId,MessageTraceId | Export-Csv trace.csv -NoTypeInformation -Encoding UTF8

Disconnect-ExchangeOnline -Confirm:$false

# その後、任意のマシンで次のコマンドを実行します: maildnscheck exchange inbound.json outbound.json rules.json organization.json domains.csv mailboxes.csv groups.csv dynamic.csv unified.csv mailusers.csv trace.csv
