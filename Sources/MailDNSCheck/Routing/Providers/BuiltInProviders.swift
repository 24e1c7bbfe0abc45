// Made by Scripts/build-catalogue from providers.json: change that file, and run the script.
// swift-format-ignore-file

/// The built-in catalogue as text.
enum BuiltInProviders {
  /// A line that names the fields, then a provider a line. Fields are parted by tabs, and those at the end that are empty left
  /// out; the items of a list are parted by blanks, selectors used in turn by `>`.
  static let table: StaticString = #"""
    id	certainty	date	kinds	name	ja	source	within	hosts	except	mx	verificationMX	spf	include	opaqueSPF	sharedHosts	dkimTargets	selectors	signingDomain	autodiscover	verifications	headers	reports	networks
    securemx	seen	2026-11	inboundGateway outboundGateway	IIJ SecureMX	SecureMX	public DNS and headers		securemx.jp					spf.securemx.jp				key1.smx>key2.smx	dxg.dox.jp			X-Iguazu-		210.130.202.48/29 210.130.202.96/29 210.130.202.104/32 210.130.202.122/31 210.130.202.128/29 210.130.202.152/29 210.130.202.160/28 2001:240:bb81::4:0/112
    iij-gateway	reported	2026-11	inboundGateway	IIJ mail gateway	IIJメールゲートウェイ	provider lists				omgi.iij.ad.jp mx.iij.ad.jp
    iij-xsp	reported	2026-11	mailbox	IIJ xSP Mail platform	IIJ xSPプラットフォームサービス/Mail	provider lists				xspmail.jp mose-mail.jp
    iij-post-office	seen	2026-11	mailbox	IIJ Post Office	IIJポストオフィスサービス	MX tables of 2020 and 2021		2iij.net
    office365	documented	2026-11	mailbox	Office365		vendor documents				mail.protection.outlook.com mx.microsoft mail.eo.outlook.com mail.protection.office365.us mail.protection.partner.outlook.cn mail.protection.outlook.de	*.msv1.invalid ms<n>.msv1.invalid.outlook.com	outlook.com spf.protection.outlook.de spf.protection.office365.us spf.protection.partner.outlook.cn spf.messaging.microsoft.com	spf.protection.outlook.com			onmicrosoft.com onmicrosoft.us partner.onmschina.cn dkim.mail.microsoft	selector1>selector2	<tenant>.onmicrosoft.com	autodiscover.outlook.com	MS=ms
    outlook-consumer	documented	2026-11	mailbox	Outlook.com (consumer)	Outlook.com(個人向け)	vendor documents				olc.protection.outlook.com		hotmail.com
    hennge	seen	2026-11	inboundGateway outboundGateway	HENNGE One		public DNS and headers		hdems.com hdemail.jp smtps.jp		archive.hennge.com			spf.mta.hdems.com								X-HDEMS-
    proofpoint	seen	2026-11	inboundGateway outboundGateway reportService	Proofpoint		MX tables of 2020 and 2021, provider lists		pphosted.com ppe-hosted.com gpphosted.com ppops.net		ppsmtp.com ppsmtp.net				spf.has.pphosted.com						proofpoint-domain-verification= wombat-verification=		emaildefense.proofpoint.com
    mimecast	seen	2026-11	inboundGateway outboundGateway	Mimecast		survey of 2026, provider lists		mimecast.com mimecast.co.za mimecast-offshore.com mimecast.de				mim.ec
    cisco	reported	2026-11	inboundGateway outboundGateway	Cisco Secure Email		provider lists		iphmx.com
    messagelabs	reported	2026-11	inboundGateway outboundGateway	Symantec Email Security.cloud (MessageLabs)		provider lists		messagelabs.com
    barracuda	reported	2026-11	inboundGateway outboundGateway	Barracuda		provider lists		barracudanetworks.com ess.barracuda.com		cuda-inc.com
    trendmicro	seen	2026-11	inboundGateway outboundGateway reportService	Trend Micro Email Security		survey of 2026, MX tables of 2020, provider lists		tmes.trendmicro.com tmes-*.trendmicro.com tmems-jp.trendmicro.com hes.trendmicro.com tmes.trendmicro.eu		trendmicro.eu										tmes=		trendmicro.eu
    trellix	reported	2026-11	inboundGateway outboundGateway	Trellix Email Security (FireEye)		provider lists		fireeyecloud.com
    fortimail	reported	2026-11	inboundGateway outboundGateway	FortiMail Cloud		provider lists		fortimail.com fortimailcloud.com
    sophos	seen	2026-11	inboundGateway outboundGateway	Sophos Email		survey of 2026, MX tables of 2020 and 2021, provider lists		sophos.com reflexion.net												sophos-domain-verification=
    forcepoint	reported	2026-11	inboundGateway outboundGateway	Forcepoint Email Security		provider lists		mailcontrol.com
    hornetsecurity	reported	2026-11	inboundGateway outboundGateway	Hornetsecurity		survey of 2026, MX tables of 2020 and 2021, provider lists		hornetsecurity.com antispameurope.com		antispameurope.de everycloudtech.com spamina.com							hornet
    cloudflare	reported	2026-11	inboundGateway outboundGateway	Cloudflare Email Security (Area 1)		provider lists		mxrecord.io cf-emailsecurity.net
    avanan	seen	2026-11	inboundGateway outboundGateway	Check Point Harmony Email (Avanan)		survey of 2026, provider lists		avanan.net avanan.com				cpmails.com
    guardianwall	reported	2026-11	inboundGateway outboundGateway	GUARDIANWALL (Canon ITS)	GUARDIANWALL(キヤノンITソリューションズ)	provider lists		guardianwall.jp		guardianwall.com			_spf.guardianwall.jp
    m-filter	reported	2026-11	inboundGateway outboundGateway	m-FILTER@Cloud (Digital Arts)	m-FILTER@Cloud(デジタルアーツ)	provider lists		digitalartscloud.com m-filter.jp		mfilter.jp
    activegate-ss	reported	2026-11	inboundGateway outboundGateway	Active! gate SS (Qualitia)	Active! gate SS(クオリティア)	provider lists		activegate-ss.jp activezone-ss.jp
    nec-mailsecurity	reported	2026-11	inboundGateway outboundGateway	NEC mail security	NEC メールセキュリティ	provider lists		mailsecurity-nec.jp
    aams	reported	2026-11	inboundGateway outboundGateway	BBSec Anti-Abuse Mail Service (AAMS)	BBSec AAMS	provider lists		aams<n>.jp		aams.jp
    spamsniper	reported	2026-11	inboundGateway outboundGateway	SPAMSNIPER		provider lists		spamsniper.jp
    tsukaeru	reported	2026-11	inboundGateway outboundGateway	Tsukaeru.net	使えるねっと	provider lists		nospamcloud.com
    securemail-plus	reported	2026-11	inboundGateway outboundGateway	@Securemail Plus		provider lists		securemail-plus.com ktk-sol.co.jp		securemail-asp.com
    sbt-isc	reported	2026-11	inboundGateway outboundGateway	SoftBank LG security cloud	ソフトバンク 自治体情報セキュリティクラウド	provider lists		sbt-isc.jp
    sbt-mailgate	seen	2026-11	inboundGateway outboundGateway	SB Technology Mail Safe	Mail Safe(SBテクノロジー)	survey of 2026, MX tables of 2020		sbt-mailgate.jp
    ocn-virus-check	reported	2026-11	inboundGateway	OCN virus check gateway	OCN ウイルスチェックゲートウェイ	provider lists	ocn			vcgw2.ocn.ad.jp
    security-cloud-hokkaido	seen	2026-11	inboundGateway	Hokkaido municipal security cloud	北海道 自治体情報セキュリティクラウド	survey of 2026				htcn.ne.jp
    security-cloud-ehime	seen	2026-11	inboundGateway	Ehime municipal security cloud	愛媛県 自治体情報セキュリティクラウド	survey of 2026				sc-ehime.lg.jp
    security-cloud-gifu	seen	2026-11	inboundGateway	Gifu municipal security cloud	岐阜県 自治体情報セキュリティクラウド	survey of 2026				gifu-sc2.jp
    security-cloud-kanagawa	seen	2026-11	inboundGateway	Kanagawa municipal security cloud	神奈川県 自治体情報セキュリティクラウド	survey of 2026				sc-kanagawa.jp
    security-cloud-miyazaki	seen	2026-11	inboundGateway	Miyazaki municipal security cloud	宮崎県 自治体情報セキュリティクラウド	survey of 2026				miyazakisc.miyazaki.jp
    security-cloud-nagano	seen	2026-11	inboundGateway	Nagano municipal security cloud	長野県 自治体情報セキュリティクラウド	survey of 2026				naganoken-sc.jp
    security-cloud-oita	seen	2026-11	inboundGateway	Oita municipal security cloud	大分県 自治体情報セキュリティクラウド	survey of 2026				oita-net.jp
    security-cloud-osaka	seen	2026-11	inboundGateway	Osaka municipal security cloud	大阪府 自治体情報セキュリティクラウド	survey of 2026				utility.optage.co.jp
    security-cloud-shiga	seen	2026-11	inboundGateway	Shiga municipal security cloud	滋賀県 自治体情報セキュリティクラウド	survey of 2026				shigasc.jp
    seppmail	seen	2026-11	inboundGateway outboundGateway	SEPPmail.cloud		survey of 2026		seppmail.cloud
    spamexperts	seen	2026-11	inboundGateway outboundGateway	N-able SpamExperts		survey of 2026, MX tables of 2020, provider lists		antispamcloud.com		spamexperts.com spamexperts.eu spamexperts.net
    fusemail	reported	2026-11	inboundGateway outboundGateway	FuseMail (VIPRE)		survey of 2026, MX tables of 2020, provider lists		mailanyone.net		electric.net mx25.net fusemail.net
    appriver	seen	2026-11	inboundGateway	AppRiver (Zix)		survey of 2026, MX tables of 2020				arsmtp.com appriver.com zixsmbhosted.com
    mailguard	reported	2026-11	inboundGateway	MailGuard		survey of 2026, MX tables of 2020 and 2021				mailguard.com.au
    spamhero	reported	2026-11	inboundGateway	SpamHero		survey of 2026, MX tables of 2020 and 2021				mxthunder.com mxthunder.net spamhero.com
    edgewave	reported	2026-11	inboundGateway	EdgeWave		survey of 2026, MX tables of 2020 and 2021				rcimx.com rcimx.net
    mxguarddog	reported	2026-11	inboundGateway	MX Guarddog		survey of 2026, MX tables of 2020 and 2021				ik2.com ik2.eu
    manage-protect	reported	2026-11	inboundGateway	Manage Protect		survey of 2026, MX tables of 2020 and 2021				mpmailmx.com
    sonicwall	reported	2026-11	inboundGateway	SonicWall Hosted Email Security		survey of 2026, MX tables of 2020 and 2021				snwlhosted.com snwlhostedeu.com
    trustwave	reported	2026-11	inboundGateway	Trustwave SEG Cloud		survey of 2026, MX tables of 2020 and 2021				mxsmtp.com
    panda	reported	2026-11	inboundGateway	Panda Email Protection		survey of 2026, MX tables of 2020 and 2021				pandasecurity.com
    exchangedefender	reported	2026-11	inboundGateway	ExchangeDefender		survey of 2026, MX tables of 2020 and 2021				exchangedefender.com
    spamtitan	seen	2026-11	inboundGateway	SpamTitan (TitanHQ)		survey of 2026, MX tables of 2020 and 2021, provider lists				spamtitan.com titanhq.com
    vade	seen	2026-11	inboundGateway	Vade Secure		survey of 2026, MX tables of 2020 and 2021				vadesecure.com
    expurgate	reported	2026-11	inboundGateway	eXpurgate (Cyren)		survey of 2026, MX tables of 2020 and 2021, provider lists				expurgate.net expurgate.de
    nospamproxy	seen	2026-11	inboundGateway outboundGateway	NoSpamProxy Cloud		survey of 2026		nospamproxy.com
    mailroute	seen	2026-11	inboundGateway	MailRoute		MX tables of 2020 and 2021				mailroute.net
    securence	seen	2026-11	inboundGateway	Securence		MX tables of 2020 and 2021, provider lists		securence.com
    libraesva	reported	2026-11	inboundGateway	Libraesva ESVA Cloud		survey of 2026, MX tables of 2021, provider lists				esvacloud.com
    kvnbw	seen	2026-11	inboundGateway	KVN Baden-Württemberg (kvnbw.de)		survey of 2026, MX tables of 2020 and 2021				kvnbw.de		kvnbw.de
    bayern	seen	2026-11	inboundGateway	Bavaria (bayern.de)		survey of 2026, MX tables of 2020 and 2021				bayern.de		bayern.de
    rlp	seen	2026-11	inboundGateway	Rhineland-Palatinate (rlp.de)		survey of 2026, MX tables of 2020 and 2021				rlp.de
    ekom21	seen	2026-11	inboundGateway	ekom21		survey of 2026, MX tables of 2020 and 2021				kgrz-ks.de		ekom21.de
    pzd-svn	seen	2026-11	inboundGateway	pzd-svn.de		survey of 2026, MX tables of 2020 and 2021				pzd-svn.de		pzd-svn.de
    kdo	seen	2026-11	inboundGateway	KDO (kdo.de)		survey of 2026, MX tables of 2020 and 2021				kdo.de		kdo.de
    landsh	seen	2026-11	inboundGateway	Schleswig-Holstein (landsh.de)		survey of 2026, MX tables of 2020 and 2021				landsh.de
    itebo	seen	2026-11	inboundGateway	ITEBO		survey of 2026, MX tables of 2020 and 2021				itebo.de
    dehuesca	seen	2026-11	inboundGateway	Diputación de Huesca		survey of 2026, MX tables of 2020				dehuesca.es
    dip-caceres	seen	2026-11	inboundGateway	Diputación de Cáceres		survey of 2026, MX tables of 2020				dip-caceres.es		dip-caceres.es
    dpteruel	seen	2026-11	inboundGateway	Diputación de Teruel		survey of 2026, MX tables of 2020				dpteruel.es
    dipcas	seen	2026-11	inboundGateway	Diputació de Castelló		survey of 2026, MX tables of 2020				dipcas.es
    ddgi	seen	2026-11	inboundGateway	Diputació de Girona		survey of 2026, MX tables of 2020				ddgi.cat
    samdipuleon	seen	2026-11	inboundGateway	Diputación de León		survey of 2026, MX tables of 2020				samdipuleon.es		samdipuleon.es
    dipualba	seen	2026-11	inboundGateway	Diputación de Albacete		survey of 2026, MX tables of 2020				dipualba.es		dipualba.es
    dipujaen	seen	2026-11	inboundGateway	Diputación de Jaén		survey of 2026, MX tables of 2020				dipujaen.es
    dnsxperta	seen	2026-11	inboundGateway	dnsxperta.com		survey of 2026, MX tables of 2020				dnsxperta.com		dnsxperta.com
    asac	seen	2026-11	inboundGateway	ASAC Comunicaciones		survey of 2026, MX tables of 2020				asaccomunicaciones.es
    diba	seen	2026-11	outboundGateway	Diputació de Barcelona		survey of 2026, MX tables of 2020						diba.cat
    google	documented	2026-11	mailbox	Google Workspace		vendor documents				aspmx.l.google.com aspmx<n>.googlemail.com smtp.google.com mx<n>.smtp.goog	mx-verification.google.com	_spf.google.com googlemail.com	_spf.google.com				google			google-site-verification=
    gmail	seen	2026-11	mailbox	Gmail (consumer)	Gmail(個人向け)	provider lists				gmail-smtp-in.l.google.com
    zoho	seen	2026-11	mailbox	Zoho Mail		survey of 2026, MX tables of 2020, provider lists		zoho.com zoho.jp zoho.eu zoho.in zohomail.com zohomail.eu zohomail.in		zoho.com.au zoho.com.cn zoho.ca zohomail.ca zohomail.cn zohomail.jp		zoho.sa zohomail360.com zcsend.net transmail.net					zoho zmail			zoho-verification=
    line-works	reported	2026-11	mailbox	LINE WORKS		provider lists		worksmobile.com		worksmobile.jp navercorp.com
    cybermail	reported	2026-11	mailbox	CYBERMAIL Σ		provider lists		cybermail.jp cybersolutions.co.jp		mailbase.jp
    alpha-mail	seen	2026-11	mailbox	Alpha Mail (Otsuka)	アルファメール(大塚商会)	MX tables of 2020, provider lists		alpha-mail.jp alpha-mail.ne.jp alpha-mail.net alpha-prm.jp alpha-web.jp		aics.ne.jp alpha-lt.net
    ntt-biz	reported	2026-11	mailbox	NTT Com Biz Mail	NTTコミュニケーションズ Bizメール	provider lists	ocn	mwpremgw<n>.ocn.ad.jp mwbgw<n>.ocn.ad.jp mwprem.net bizmw.com				moweb.jp					bizmw
    oneoffice	reported	2026-11	mailbox	OneOffice		provider lists		oneoffice.jp
    active-world	seen	2026-11	mailbox	MX Mobiling (active-w.net)	MXモバイリング(active-w.net)	public DNS and headers		active-w.net
    biglobe	seen	2026-11	mailbox	BIGLOBE		provider lists		biglobe.ne.jp		mesh.ad.jp
    amazon	documented	2026-11	sender	Amazon SES receiving (or WorkMail)	Amazon SESの受信(またはWorkMail)	vendor documents				inbound-smtp.*.amazonaws.com
    icloud	seen	2026-11	mailbox	iCloud Mail	iCloudメール	survey of 2026, provider lists				mail.icloud.com		icloud.com	icloud.com				sig1
    fastmail	documented	2026-11	mailbox	Fastmail		vendor documents		messagingengine.com								dkim.fmhosted.com	fm1>fm2>fm3
    proton	documented	2026-11	mailbox	Proton Mail		vendor documents				protonmail.ch		protonmail.ch				domains.proton.ch	protonmail
    yandex	seen	2026-11	mailbox	Yandex Mail		survey of 2026, provider lists				mx.yandex.net mx.yandex.ru		_spf.yandex.net	_spf.yandex.net
    rackspace	reported	2026-11	mailbox	Rackspace Email		provider lists		emailsrvr.com
    lark	reported	2026-11	mailbox	Lark		provider lists		larksuite.com
    alibaba	seen	2026-11	mailbox	Alibaba Mail		survey of 2026, MX tables of 2020 and 2021, provider lists		mxhichina.com		aliyun.com alibaba-inc.com
    tencent	seen	2026-11	mailbox	Tencent Exmail		survey of 2026, provider lists				qq.com
    netease	seen	2026-11	mailbox	NetEase Mail (163)		MX tables of 2020 and 2021, provider lists				163.com		163.com
    coremail	seen	2026-11	mailbox	Coremail		MX tables of 2020 and 2021, provider lists		icoremail.net
    mail-ru	seen	2026-11	mailbox	VK WorkSpace (Mail.ru)		survey of 2026, MX tables of 2020 and 2021				mail.ru
    yahoo	seen	2026-11	mailbox	Yahoo Mail and AOL		survey of 2026, MX tables of 2020 and 2021, provider lists				yahoodns.net mx.aol.com
    titan	seen	2026-11	mailbox	Titan		survey of 2026, MX tables of 2020 and 2021, provider lists		titan.email flockmail.com
    hostedemail	seen	2026-11	mailbox	OpenSRS Hosted Email (Tucows)		survey of 2026, MX tables of 2021, provider lists				hostedemail.com
    emailowl	seen	2026-11	mailbox	NameSilo (emailowl)		MX tables of 2020 and 2021				emailowl.com
    intermedia	seen	2026-11	mailbox	Intermedia		survey of 2026, MX tables of 2020 and 2021, provider lists		intermedia.net				serverdata.net
    sherweb	seen	2026-11	mailbox	SherWeb		survey of 2026, MX tables of 2020 and 2021, provider lists				sherwebcloud.com
    mxroute	seen	2026-11	mailbox	MXroute		survey of 2026, provider lists				mxroute.com
    tuta	seen	2026-11	mailbox	Tuta		survey of 2026, MX tables of 2020 and 2021, provider lists				tutanota.de
    mailfence	seen	2026-11	mailbox	Mailfence		survey of 2026, MX tables of 2020 and 2021, provider lists				mailfence.com
    hushmail	seen	2026-11	mailbox	Hushmail		survey of 2026, MX tables of 2020 and 2021, provider lists				hushmail.com
    startmail	seen	2026-11	mailbox	StartMail		survey of 2026, MX tables of 2020 and 2021, provider lists				startmail.com
    mailo	seen	2026-11	mailbox	Mailo		survey of 2026, MX tables of 2020 and 2021, provider lists				mailo.com
    mailbox-org	seen	2026-11	mailbox	mailbox.org		survey of 2026, MX tables of 2020 and 2021, provider lists		mailbox.org									MBO0001>MBO0002>MBO0003>MBO0004
    sakura	reported	2026-11	mailbox webHost	SAKURA internet	さくらインターネット	provider lists		sakura.ne.jp	vs.sakura.ne.jp						www<n>.sakura.ne.jp
    xserver	seen	2026-11	mailbox webHost	Xserver	エックスサーバー	MX tables of 2021, provider lists		xserver.jp xsrv.jp xbiz.ne.jp		xserver.ne.jp sixcore.ne.jp wpx.ne.jp wpx.jp
    lolipop	reported	2026-11	mailbox webHost	Lolipop!	ロリポップ!	provider lists		lolipop.jp
    heteml	reported	2026-11	mailbox webHost	heteml	ヘテムル	provider lists, MX tables of 2020		heteml.jp		hetemail.jp
    onamae	reported	2026-11	mailbox webHost	Onamae.com	お名前.com	provider lists		gmoserver.jp onamae.ne.jp
    conoha	reported	2026-11	mailbox webHost	ConoHa		provider lists		conoha.ne.jp
    kagoya	reported	2026-11	mailbox webHost	KAGOYA	カゴヤ・ジャパン	provider lists		kagoya.net	vir.kagoya.net						ms<n>.kagoya.net
    cpi	seen	2026-11	mailbox webHost	CPI		MX tables of 2021, provider lists		secure.ne.jp cpi.ad.jp		secure.jp
    webarena	seen	2026-11	mailbox webHost	WebARENA		provider lists		mailsecure.jp arena.ne.jp etius.jp		suitepro.jp
    wadax	seen	2026-11	mailbox webHost	WADAX		MX tables of 2020, provider lists		wadax.ne.jp wadax-sv.com				wadax-sv.jp
    value-server	seen	2026-11	mailbox webHost	Value Server, XREA and CORESERVER	バリューサーバー、XREA、コアサーバー	MX tables of 2020 and 2021, provider lists		valueserver.jp		xrea.com coreserver.jp value-domain.com
    gmo-cloud	likely	2026-11	mailbox webHost	GMO Cloud (iSLE, Rapidsite)	GMOクラウド(iSLE、ラピッドサイト)	MX tables of 2021, provider lists		rapidsite.jp		shared-server.net hmk-temp.com
    muumuu-mail	seen	2026-11	mailbox	Muumuu Mail	ムームーメール	MX tables of 2020, provider lists		muumuu-mail.com		muumuu-domain.com
    color-me	likely	2026-11	mailbox sender	Color Me Shop	カラーミーショップ	MX tables of 2020 and 2021		shop-pro.jp
    makeshop	likely	2026-11	mailbox sender	MakeShop	makeshop	MX tables of 2020 and 2021		makeshop.jp
    goope	likely	2026-11	mailbox webHost	Goope	グーペ	MX tables of 2020		goope.jp
    chicappa	seen	2026-11	mailbox webHost	Chicappa!	チカッパ!	provider lists				chicappa.jp
    hpb	reported	2026-11	mailbox webHost	Homepage Builder Service (JustSystems)	ホームページ・ビルダー サービス(ジャストシステム)	MX tables of 2020 and 2021, provider lists		js-hpbs.jp
    speever	reported	2026-11	mailbox webHost	Speever	スピーバー	MX tables of 2020 and 2021, provider lists		hosting-srv.net domainserver.ne.jp		speever.jp
    zenlogic	reported	2026-11	mailbox webHost	Zenlogic		MX tables of 2021, provider lists		znlc.jp zenlogic.jp mngsvr.com
    xaas3	reported	2026-11	mailbox webHost	XaaS3		MX tables of 2020 and 2021, provider lists				xaas3.jp
    netowl	seen	2026-11	mailbox webHost	Star Server (Netowl)	スターサーバー(ネットオウル)	MX tables of 2021, provider lists		netowl.jp star.ne.jp
    drive-network	reported	2026-11	mailbox webHost	Drive Network	ドライブネットワーク	MX tables of 2020 and 2021		drive.ne.jp
    colorfulbox	seen	2026-11	mailbox webHost	ColorfulBox	カラフルボックス	MX tables of 2020, provider lists		cbsv.jp		cfbx.jp
    mixhost	seen	2026-11	mailbox webHost	mixhost		MX tables of 2020, provider lists		mixhost.jp
    jetboy	seen	2026-11	mailbox webHost	JETBOY		MX tables of 2020, provider lists		jetboy.jp		andcloud.jp
    linkclub	reported	2026-11	mailbox webHost	Linkclub	リンククラブ	MX tables of 2020, provider lists				linkclub.jp
    little-server	seen	2026-11	mailbox webHost	Little Server	リトルサーバー	MX tables of 2020, provider lists				lsv.jp
    airnet	reported	2026-11	mailbox	AIRnet		provider lists				airnet.ne.jp
    freebit	seen	2026-11	mailbox	freebit Cloud Mail	フリービット クラウドメール	MX tables of 2020 and 2021, provider lists				cloud-mail.jp
    canonet	likely	2026-11	mailbox	canonet		MX tables of 2020 and 2021		canonet.ne.jp
    mirai-communication	reported	2026-11	mailbox	Mirai Communication Network	ミライコミュニケーションネットワーク	MX tables of 2020		mmrs.jp
    interlink	likely	2026-11	mailbox	Interlink	インターリンク	MX tables of 2021				interlink.or.jp
    smartconnect	reported	2026-11	mailbox	NTT SmartConnect	NTTスマートコネクト	provider lists				mcnet.ad.jp smartconnect.ne.jp
    ocn	likely	2026-11	mailbox	OCN		provider lists				ocn.ad.jp ocn.ne.jp
    yahoo-japan	seen	2026-11	mailbox	Yahoo! JAPAN		MX tables of 2020 and 2021, provider lists				yahoo.co.jp yahoowebhostinglight.jp		yahoo.co.jp
    nifty	seen	2026-11	mailbox	@nifty		MX tables of 2020 and 2021, provider lists				nifty.com nifty.ne.jp		nifty.com
    asahi-net	seen	2026-11	mailbox	ASAHI Net	ASAHIネット	MX tables of 2020 and 2021				asahi-net.or.jp		asahi-net.or.jp
    so-net	seen	2026-11	mailbox	So-net		MX tables of 2020 and 2021, provider lists				so-net.ne.jp		so-net.ne.jp
    plala	seen	2026-11	mailbox	Plala	ぷらら	MX tables of 2020 and 2021, provider lists				plala.or.jp		plala.or.jp
    kddi	seen	2026-11	mailbox	KDDI and au one net	KDDI、au one net	MX tables of 2021, provider lists				kddi.com au.com auone-net.jp dion.ne.jp ezweb.ne.jp
    dti	seen	2026-11	mailbox	DTI		MX tables of 2021, provider lists				dti.ne.jp
    bit-drive	seen	2026-11	mailbox	NURO Biz (bit-drive)	NURO Biz(bit-drive)	MX tables of 2020		bit-drive.ne.jp
    odn	seen	2026-11	mailbox	ODN		provider lists				odn.ad.jp
    eonet	reported	2026-11	mailbox	eo	eo光	MX tables of 2021, provider lists				eonet.ne.jp
    zaq	reported	2026-11	mailbox	J:COM (ZAQ)	J:COM(ZAQ)	MX tables of 2021, provider lists				zaq.ne.jp
    commufa	reported	2026-11	mailbox	commufa	コミュファ光	MX tables of 2021, provider lists				commufa.jp
    tnc	reported	2026-11	mailbox	TNC (TOKAI)	TNC(TOKAI)	MX tables of 2021, provider lists				tnc.ne.jp
    bbiq	reported	2026-11	mailbox	BBIQ		MX tables of 2021, provider lists				bbiq.jp
    pikara	reported	2026-11	mailbox	Pikara	ピカラ	MX tables of 2021, provider lists				pikara.ne.jp
    kcn	reported	2026-11	mailbox	KCN		MX tables of 2021, provider lists				kcn.ne.jp
    janis	reported	2026-11	mailbox	JANIS		MX tables of 2021, provider lists				janis.or.jp
    ucom	reported	2026-11	mailbox	UCOM		MX tables of 2021, provider lists				ucom.ne.jp
    vectant	reported	2026-11	mailbox	VECTANT		MX tables of 2021, provider lists				vectant.ne.jp
    bai	reported	2026-11	mailbox	BAI		MX tables of 2021, provider lists				bai.ne.jp
    cyberhome	reported	2026-11	mailbox	CYBERHOME		MX tables of 2021, provider lists				cyberhome.jp cyberhome.ne.jp
    tiki	reported	2026-11	mailbox	TikiTiki	TikiTikiインターネット	MX tables of 2021, provider lists				tiki.ne.jp
    ccsnet	reported	2026-11	mailbox	ccsnet		MX tables of 2021, provider lists				ccsnet.ne.jp
    aitai	reported	2026-11	mailbox	aitai		MX tables of 2021, provider lists				aitai.ne.jp
    presinet	reported	2026-11	mailbox	Presinet	presinet	MX tables of 2020 and 2021, provider lists				presinet.ne.jp
    basmail	reported	2026-11	mailbox	basmail.jp		MX tables of 2020 and 2021, provider lists				basmail.jp
    mail-servers-org	reported	2026-11	mailbox	mail-servers.org		MX tables of 2020 and 2021, provider lists				mail-servers.org
    ocnk	reported	2026-11	mailbox	Ochanoko Net	おちゃのこネット	MX tables of 2020 and 2021, provider lists				ocnk.me
    rakko	reported	2026-11	mailbox webHost	Rakko Server	ラッコサーバー	MX tables of 2020 and 2021, provider lists				rakko.zone
    interq	reported	2026-11	mailbox	interQ (GMO)	interQ(GMOインターネット)	MX tables of 2020 and 2021, provider lists				interq.or.jp		interq.or.jp
    godaddy	seen	2026-11	mailbox webHost reportService	GoDaddy		survey of 2026, MX tables of 2020, provider lists		secureserver.net	host.secureserver.net ip.secureserver.net				secureserver.net			onsecureserver.net	secureserver1>secureserver2					onsecureserver.net
    123-reg	seen	2026-11	mailbox webHost	123 Reg		MX tables of 2020				123-reg.co.uk
    ionos	seen	2026-11	mailbox webHost	IONOS (1&1)		survey of 2026, MX tables of 2020 and 2021, provider lists		ionos.com kundenserver.de perfora.net		ionos.de ionos.es ionos.it 1and1.com 1and1.co.uk 1and1.fr 1and1.es 1and1.it 1and1.mx ionos.fr ionos.co.uk schlund.de							s1-ionos		adsredir.ionos.info 1and1.info
    strato	seen	2026-11	mailbox webHost	STRATO		survey of 2026, MX tables of 2020 and 2021, provider lists				rzone.de		strato.com
    newfold	seen	2026-11	mailbox webHost	Newfold (Bluehost, HostGator)		survey of 2026, MX tables of 2020 and 2021, provider lists		websitewelcome.com bluehost.com justhost.com		hostgator.com ipage.com		hostmonster.com webhostbox.net
    siteground	seen	2026-11	mailbox webHost	SiteGround		survey of 2026, MX tables of 2020, provider lists		mailspamprotection.com siteground.com
    namecheap	seen	2026-11	mailbox webHost	Namecheap		survey of 2026, MX tables of 2020 and 2021, provider lists		privateemail.com web-hosting.com				shared.spaceship.host
    locaweb	seen	2026-11	mailbox webHost	Locaweb		survey of 2026, MX tables of 2020 and 2021, provider lists		locaweb.com.br									smtplw
    one-com	seen	2026-11	mailbox webHost	one.com		survey of 2026, MX tables of 2020 and 2021, provider lists		one.com
    simply	seen	2026-11	mailbox webHost	Simply.com		survey of 2026, MX tables of 2020 and 2021, provider lists		simply.com unoeuro.com									unoeuro
    loopia	seen	2026-11	mailbox webHost	Loopia		survey of 2026, MX tables of 2020 and 2021, provider lists				loopia.se
    domeneshop	seen	2026-11	mailbox webHost	Domeneshop		survey of 2026, MX tables of 2020 and 2021, provider lists		domeneshop.no
    hostnet	seen	2026-11	mailbox webHost	Hostnet		survey of 2026, MX tables of 2020 and 2021, provider lists				hostnet.nl
    transip	seen	2026-11	mailbox webHost	TransIP		survey of 2026, MX tables of 2020 and 2021, provider lists		transip.email
    combell	seen	2026-11	mailbox webHost	Combell		survey of 2026, MX tables of 2020 and 2021, provider lists				mailprotect.be
    hostpoint	seen	2026-11	mailbox webHost	Hostpoint		survey of 2026, MX tables of 2020 and 2021, provider lists				hostpoint.ch
    world4you	seen	2026-11	mailbox webHost	World4You		survey of 2026, MX tables of 2020 and 2021, provider lists				world4you.com
    register-it	seen	2026-11	mailbox webHost	Register.it		survey of 2026, MX tables of 2020 and 2021, provider lists				register.it
    aruba	seen	2026-11	mailbox webHost	Aruba		survey of 2026, MX tables of 2020 and 2021, provider lists		aruba.it
    seeweb	seen	2026-11	mailbox webHost	Seeweb		survey of 2026, MX tables of 2020 and 2021, provider lists				seeweb.it
    home-pl	seen	2026-11	mailbox webHost	home.pl		survey of 2026, MX tables of 2020 and 2021, provider lists				home.pl
    hostinger	seen	2026-11	mailbox webHost	Hostinger		survey of 2026, MX tables of 2020 and 2021, provider lists		hostinger.com									hostingermail-a
    acens	seen	2026-11	mailbox webHost	Arsys, Acens (serviciodecorreo.es)		survey of 2026, MX tables of 2020 and 2021		serviciodecorreo.es
    all-inkl	seen	2026-11	mailbox webHost	ALL-INKL.COM		survey of 2026, MX tables of 2021, provider lists		kasserver.com
    gandi	seen	2026-11	mailbox webHost	Gandi		survey of 2026, MX tables of 2020, provider lists		gandi.net				gpaas.net
    mittwald	reported	2026-11	mailbox webHost	Mittwald		survey of 2026, MX tables of 2021, provider lists		agenturserver.de
    domainfactory	seen	2026-11	mailbox webHost	domainfactory		survey of 2026		ispgateway.de
    timeweb	seen	2026-11	mailbox webHost	Timeweb		survey of 2026, MX tables of 2020 and 2021, provider lists				timeweb.ru
    nic-ru	seen	2026-11	mailbox webHost	RU-CENTER		survey of 2026, MX tables of 2020 and 2021, provider lists		nicmail.ru
    masterhost	seen	2026-11	mailbox webHost	Masterhost		survey of 2026, MX tables of 2020 and 2021, provider lists				masterhost.ru
    mirohost	seen	2026-11	mailbox webHost	Mirohost		survey of 2026, MX tables of 2020 and 2021, provider lists				mirohost.net
    beget	seen	2026-11	mailbox webHost	Beget		survey of 2026, MX tables of 2020 and 2021, provider lists				beget.ru
    united-domains	seen	2026-11	mailbox webHost	united-domains		survey of 2026, MX tables of 2020 and 2021				udag.de
    network-solutions	reported	2026-11	mailbox webHost	Network Solutions (Web.com)		survey of 2026, MX tables of 2020, provider lists		netsolmail.net carrierzone.com				register.com
    hetzner	seen	2026-11	mailbox webHost	Hetzner		survey of 2026, MX tables of 2020 and 2021			clients.your-server.de	your-server.de		your-server.de
    ovh	seen	2026-11	mailbox webHost	OVHcloud		survey of 2026, provider lists			vps.ovh.net	ovh.net		mail.ovh.net ovh.com
    stackmail	seen	2026-11	mailbox webHost	20i		survey of 2026, MX tables of 2021, provider lists		stackmail.com
    dreamhost	seen	2026-11	mailbox webHost	DreamHost		survey of 2026, provider lists				dreamhost.com
    sendgrid	seen	2026-11	sender	SendGrid		provider lists				mx.sendgrid.net		sendgrid.net	sendgrid.net			sendgrid.net	s1>s2			twilio-domain-verification=
    amazonses	seen	2026-11	sender	Amazon SES		survey of 2026, provider lists				feedback-smtp.*.amazonses.com		amazonses.com	amazonses.com			amazonses.com				amazonses:
    mailgun	seen	2026-11	sender	Mailgun		survey of 2026, MX tables of 2020 and 2021, provider lists		mailgun.org					mailgun.org							mgverify=
    mandrill	reported	2026-11	sender	Mandrill		provider lists						mandrillapp.com				mandrillapp.com	mandrill
    mailchimp	seen	2026-11	sender	Mailchimp		provider lists		mcsv.net		rsgsv.net			servers.mcsv.net				k1 k3>k2
    salesforce	seen	2026-11	sender	Salesforce		survey of 2026, provider lists						salesforce.com	_spf.salesforce.com			salesforce.com				salesforce-domain-verification=
    zendesk	seen	2026-11	sender	Zendesk		provider lists						zendesk.com	mail.zendesk.com			zendesk<n>._domainkey.zendesk.com	zendesk1>zendesk2
    benchmark	reported	2026-11	sender	Benchmark Email		provider lists						bmsend.com	bmsend.com			bmsend.com
    haihaimail	reported	2026-11	sender	Haihai Mail	配配メール	provider lists						spf.haihaimail.jp	spf.haihaimail.jp
    cuenote	reported	2026-11	sender	Cuenote		provider lists						cuenote.jp				cuenote.jp
    blastmail	reported	2026-11	sender	blastmail	ブラストメール	provider lists						spf.bme.jp	spf.bme.jp
    mpme	reported	2026-11	sender	MPME		provider lists						spf-bma.mpme.jp	spf-bma.mpme.jp
    willmail	reported	2026-11	sender	WiLL Mail		provider lists						willap.jp				willap.jp
    synergy	reported	2026-11	sender	Synergy!		provider lists						crmstyle.com smp.ne.jp				crmstyle.com smp.ne.jp
    shopserve	reported	2026-11	sender	Shopserve (Estore)	ショップサーブ(Eストアー)	MX tables of 2020, provider lists						shopserve.jp
    bmv	reported	2026-11	sender	BMV		survey of 2026, MX tables of 2020, provider lists						bmv.jp
    bserver	seen	2026-11	sender	bserver.jp		survey of 2026, MX tables of 2020						bserver.jp
    mail-dealer	seen	2026-11	sender	Mail Dealer (RAKUS)	メールディーラー(ラクス)	MX tables of 2020 and 2021		maildealer.jp
    curumeru	seen	2026-11	sender	Curumeru (RAKUS)	クルメル(ラクス)	MX tables of 2020						curumeru.jp
    myasp	reported	2026-11	sender	MyASP	MyASP(マイスピー)	MX tables of 2020, provider lists						myasp.jp
    repica	likely	2026-11	sender	Repica	レピカ	MX tables of 2020						repica.jp
    list-finder	likely	2026-11	sender	List Finder		MX tables of 2020						list-finder.jp
    bownow	likely	2026-11	sender	BowNow		MX tables of 2020						bownow.jp
    probance	likely	2026-11	sender	Probance		MX tables of 2020						probance.jp
    smktg	likely	2026-11	sender	SMKTG		MX tables of 2020						smktg.jp
    postcarrier	likely	2026-11	sender	POSTCARRIER		MX tables of 2020						postcarrier.jp
    treasuremail	likely	2026-11	sender	treasuremail.jp		MX tables of 2020						treasuremail.jp treasure-ship.jp
    e-shishobako	seen	2026-11	sender	e-Shishobako	e-私書箱	survey of 2026, MX tables of 2020						e-shishobako.ne.jp
    webfile	seen	2026-11	sender	webfile.jp		survey of 2026, MX tables of 2020						webfile.jp
    axlbox	seen	2026-11	sender	AXLBOX		survey of 2026, MX tables of 2020						axlbox.com
    bitstream	seen	2026-11	sender	bitstream.jp		survey of 2026, MX tables of 2020						bitstream.jp
    dococab	seen	2026-11	sender	Dococab	どこキャビ	survey of 2026, MX tables of 2020						dococab.jp
    leaf-hrm	seen	2026-11	sender	leaf-hrm.jp		survey of 2026, MX tables of 2020						leaf-hrm.jp
    siscs	seen	2026-11	sender	siscs.jp		survey of 2026, MX tables of 2020						siscs.jp
    lg-payment	seen	2026-11	sender	lg-payment.com		survey of 2026, MX tables of 2020						lg-payment.com
    supercals	seen	2026-11	sender	SuperCALS e-procurement	SuperCALS 電子入札	survey of 2026, MX tables of 2020						supercals.jp
    smart-lgov	seen	2026-11	sender	SMART L-Gov		survey of 2026						smart-lgov.jp
    smoothfile	seen	2026-11	sender	Smooth File		survey of 2026						smoothfile.jp
    mailchannels	seen	2026-11	sender	MailChannels		survey of 2026, MX tables of 2020, provider lists		mailchannels.net
    sendpulse	reported	2026-11	sender	SendPulse		survey of 2026, MX tables of 2020, provider lists						sendpulse.com
    mailerlite	reported	2026-11	sender	MailerLite		survey of 2026, MX tables of 2020, provider lists						mlsend.com					litesrv
    newsletter2go	reported	2026-11	sender	Newsletter2Go		survey of 2026, MX tables of 2020, provider lists						nl2go.com
    cleverreach	reported	2026-11	sender	CleverReach		survey of 2026, MX tables of 2020, provider lists						crsend.com
    emma	reported	2026-11	sender	Emma		survey of 2026, MX tables of 2020, provider lists						e2ma.net
    act-on	reported	2026-11	sender	Act-On		survey of 2026, MX tables of 2020, provider lists						act-on.net
    clickdimensions	reported	2026-11	sender	ClickDimensions		survey of 2026, MX tables of 2020, provider lists						clickdimensions.com
    ipzmarketing	reported	2026-11	sender	IPZ Marketing		survey of 2026, MX tables of 2020, provider lists						ipzmarketing.com
    mailjet	seen	2026-11	sender	Mailjet		survey of 2026, provider lists						mailjet.com					mailjet
    topdesk	seen	2026-11	sender	TOPdesk		survey of 2026, MX tables of 2020, provider lists						topdesk.net
    zivver	seen	2026-11	sender	Zivver		survey of 2026, MX tables of 2020, provider lists						zivver.com
    zorgmail	seen	2026-11	sender	ZorgMail		survey of 2026, MX tables of 2020, provider lists						zorgmail.nl
    flowmailer	seen	2026-11	sender	Flowmailer		survey of 2026, MX tables of 2020, provider lists						flowmailer.net
    esolutions	seen	2026-11	sender	eSolutions Group		survey of 2026, MX tables of 2020, provider lists						esolutionsgroup.ca
    mailbaby	seen	2026-11	sender	MailBaby		survey of 2026, MX tables of 2020, provider lists						mailbaby.net
    authsmtp	seen	2026-11	sender	AuthSMTP		survey of 2026, MX tables of 2020, provider lists						authsmtp.com
    smtp-com	seen	2026-11	sender	SMTP.com		survey of 2026, MX tables of 2020, provider lists						smtp.com
    messagegears	seen	2026-11	sender	MessageGears		survey of 2026, MX tables of 2020, provider lists						messagegears.net
    emarsys	seen	2026-11	sender	Emarsys		survey of 2026, MX tables of 2020, provider lists						emarsys.net
    pepipost	seen	2026-11	sender	Pepipost		survey of 2026, MX tables of 2020, provider lists						pepipost.net
    brevo	seen	2026-11	sender	Brevo (Sendinblue)		survey of 2026, MX tables of 2020, provider lists						sendinblue.com brevo.com								brevo-code sendinblue-site-verification=
    shopify	seen	2026-11	sender forwarder	Shopify		survey of 2026, MX tables of 2020 and 2021, provider lists				mx.shopify.com		shopify.com
    squarespace	seen	2026-11	sender	Squarespace		survey of 2026, MX tables of 2020, provider lists						squarespace-mail.com				squarespace-mail.com
    bigcommerce	seen	2026-11	sender	BigCommerce		survey of 2026, MX tables of 2020, provider lists						bigcommerce.com
    elastic-email	seen	2026-11	sender	Elastic Email		survey of 2026, MX tables of 2020						elasticemail.com
    exclaimer	seen	2026-11	sender	Exclaimer		survey of 2026, MX tables of 2020						exclaimer.net
    codetwo	seen	2026-11	sender	CodeTwo Email Signatures 365		survey of 2026						emailsignatures365.com
    postmark	seen	2026-11	sender reportService	Postmark		survey of 2026, MX tables of 2020, provider lists				inbound.postmarkapp.com		mtasv.net postmarkapp.com					pm					postmarkapp.com
    sparkpost	seen	2026-11	sender	SparkPost (Bird)		survey of 2026, MX tables of 2020, provider lists						sparkpostmail.com								bird-domain-verification=
    campaign-monitor	seen	2026-11	sender	Campaign Monitor		survey of 2026, MX tables of 2020, provider lists						cmail1.com createsend.com					cm
    smtp2go	seen	2026-11	sender	SMTP2GO		survey of 2026, MX tables of 2020, provider lists						smtp2go.com smtp2go.net				dkim.smtp2go.net
    marketo	seen	2026-11	sender	Marketo (Adobe)		MX tables of 2020, provider lists						mktomail.com
    constant-contact	seen	2026-11	sender	Constant Contact		survey of 2026, MX tables of 2020, provider lists						constantcontact.com				dkim<n>.ccsend.com	ctct1>ctct2
    oracle-email	seen	2026-11	sender	Oracle Email Delivery (Dyn)		survey of 2026, MX tables of 2020, provider lists						dynect.net
    activecampaign	seen	2026-11	sender	ActiveCampaign		survey of 2026, MX tables of 2020, provider lists						emsd1.com					acdkim1>acdkim2
    help-scout	seen	2026-11	sender	Help Scout		survey of 2026, MX tables of 2020, provider lists						helpscoutemail.com helpscout.net				helpscout.net	strong1>strong2
    freshdesk	seen	2026-11	sender	Freshdesk		survey of 2026, MX tables of 2020, provider lists						freshdesk.com freshemail.io
    servicenow	seen	2026-11	sender	ServiceNow		survey of 2026, MX tables of 2020, provider lists						service-now.com
    sap-successfactors	seen	2026-11	sender	SAP SuccessFactors		survey of 2026, MX tables of 2020, provider lists						sapsf.com successfactors.com
    qualtrics	seen	2026-11	sender	Qualtrics		survey of 2026, MX tables of 2020, provider lists						qemailserver.com
    workday	seen	2026-11	sender	Workday		survey of 2026, MX tables of 2020, provider lists						workday.com
    zoom	seen	2026-11	sender	Zoom		survey of 2026, MX tables of 2020, provider lists						zoom.us
    docusign	seen	2026-11	sender	Docusign		survey of 2026, MX tables of 2020, provider lists						docusign.net
    oracle-cloud	seen	2026-11	sender	Oracle Cloud		survey of 2026, MX tables of 2020, provider lists						oraclecloud.com
    knowbe4	seen	2026-11	sender	KnowBe4		survey of 2026, provider lists						knowbe4.com
    salesforce-marketing-cloud	seen	2026-11	sender	Salesforce Marketing Cloud		survey of 2026, MX tables of 2020, provider lists						exacttarget.com								SFMC-
    pardot	seen	2026-11	sender	Pardot (Salesforce)		survey of 2026, MX tables of 2020, provider lists						pardot.com								pardot
    hubspot	seen	2026-11	sender	HubSpot		survey of 2026, provider lists						hubspotemail.net hubspot.net					hs1>hs2			hubspot-domain-verification=
    mailersend	documented	2026-11	sender	MailerSend		survey of 2026, provider lists				inbound.mailersend.net
    lettermint	documented	2026-11	sender	Lettermint		survey of 2026, provider lists				inbound.lettermint.co
    sender-net	documented	2026-11	sender	Sender.net		survey of 2026, provider lists						sendersrv.com				dkim.sendersrv.com
    mailtrap	documented	2026-11	sender	Mailtrap		survey of 2026, provider lists										smtp.mailtrap.live
    resend	seen	2026-11	sender	Resend		provider lists				inbound-smtp.resend.com		send.resend.dev				domainkey.resend.dev	resend			resend-domain-verification=
    klaviyo	seen	2026-11	sender	Klaviyo		vendor documents										domainkey.klaviyo.com	kl km1			klaviyo-site-verification=
    powerspf	reported	2026-11	spfService	PowerSPF		provider lists								powerspf.com
    spf25	reported	2026-11	spfService	spf25.jp		provider lists								spf25.jp
    valimail	seen	2026-11	spfService reportService	Valimail		provider lists								_spf.vali.email								vali.email valimail.com valigov.email
    agari	seen	2026-11	spfService reportService	Agari		survey of 2026, provider lists								spf-protect.agari-dns.net								rua.agari.com
    cisco-domain-protection	seen	2026-11	spfService	Cisco Domain Protection		survey of 2026, provider lists								spf-protect.dmp.cisco.com
    dnssmarthost	seen	2026-11	spfService	SpamExperts automatic SPF (dnssmarthost.net)		survey of 2026						dnssmarthost.net
    dmarc25	reported	2026-11	reportService	DMARC/25		provider lists																dmarc25.jp
    dmarc-dns	reported	2026-11	reportService	dmarc-dns.com		provider lists																dmarc-dns.com
    powerdmarc	reported	2026-11	reportService	PowerDMARC		provider lists																powerdmarc.com
    dmarcian	reported	2026-11	reportService	dmarcian		provider lists																dmarcian.com
    ondmarc	reported	2026-11	reportService	Red Sift OnDMARC		provider lists																ondmarc.com
    easydmarc	reported	2026-11	reportService	EasyDMARC		provider lists																easydmarc.*
    netcraft	reported	2026-11	reportService	Netcraft		provider lists																netcraft.com
    report-uri	reported	2026-11	reportService	Report URI		provider lists																report-uri.com
    dmarcly	reported	2026-11	reportService	DMARCLY		provider lists																dmarcly.com
    mailhardener	reported	2026-11	reportService	Mailhardener		provider lists																mailhardener.com
    glockapps	reported	2026-11	reportService	GlockApps		provider lists																glockapps.com
    inboxmonster	reported	2026-11	reportService	Inbox Monster		provider lists																inboxmonster.com
    dmarc360	reported	2026-11	reportService	DMARC360		provider lists																dmarc360.com
    dmarc-advisor	reported	2026-11	reportService	DMARC Advisor		provider lists																dmarcadvisor.com
    cp-dmarc	reported	2026-11	reportService	cp-dmarc.com		provider lists																cp-dmarc.com
    dmarc-analyzer	seen	2026-11	reportService	Mimecast DMARC Analyzer		provider lists																dmarcanalyzer.com dmarc-analyzer.com
    validity	seen	2026-11	reportService	Validity (250ok)		provider lists																250ok.net emailanalyst.com
    mxtoolbox	seen	2026-11	reportService	MxToolbox		provider lists																dmarc-report.com
    cloudflare-routing	seen	2026-11	forwarder	Cloudflare Email Routing		survey of 2026, provider lists		mx.cloudflare.net
    improvmx	seen	2026-11	forwarder	ImprovMX		survey of 2026, MX tables of 2020, provider lists		improvmx.com									dkimprovmx1>dkimprovmx2
    forward-email	seen	2026-11	forwarder	Forward Email		survey of 2026, MX tables of 2020, provider lists				forwardemail.net
    namecheap-forwarding	seen	2026-11	forwarder	Namecheap email forwarding		survey of 2026, MX tables of 2020 and 2021, provider lists		registrar-servers.com
    squarespace-domains	seen	2026-11	forwarder	Squarespace Domains (Google Domains)		provider lists		gmr-smtp-in.l.google.com		squarespace.com
    easydns	seen	2026-11	forwarder	easyDNS		survey of 2026, MX tables of 2020 and 2021, provider lists				easydns.com
    zoneedit	seen	2026-11	forwarder	ZoneEdit		survey of 2026, MX tables of 2020 and 2021, provider lists				zoneedit.com
    wordpress	seen	2026-11	forwarder	WordPress.com		survey of 2026, MX tables of 2020 and 2021, provider lists				wordpress.com
    above	reported	2026-11	parked	Above.com		survey of 2026, MX tables of 2020 and 2021, provider lists				above.com
    mb1p	reported	2026-11	parked	mb1p.com, m2bp.com, mb5p.com		survey of 2026, MX tables of 2020 and 2021, provider lists				mb1p.com m2bp.com mb5p.com
    bodis	reported	2026-11	parked	Bodis		survey of 2026, MX tables of 2020 and 2021, provider lists				bodis.com
    parkingcrew	reported	2026-11	parked	ParkingCrew		survey of 2026, MX tables of 2020 and 2021, provider lists				parkingcrew.net
    parklogic	reported	2026-11	parked	ParkLogic		survey of 2026, MX tables of 2020 and 2021, provider lists				parklogic.com
    sedo	reported	2026-11	parked	Sedo		survey of 2026, MX tables of 2020 and 2021, provider lists				sedoparking.com
    hostedmxserver	reported	2026-11	parked	hostedmxserver.com		survey of 2026, MX tables of 2020 and 2021, provider lists				hostedmxserver.com
    namebright	reported	2026-11	parked	NameBright		survey of 2026, MX tables of 2020 and 2021, provider lists		namebrightmail.com
    b-io	reported	2026-11	parked	b-io.co		survey of 2026, MX tables of 2020 and 2021, provider lists				b-io.co
    h-email	reported	2026-11	parked	h-email.net		survey of 2026, MX tables of 2020, provider lists				h-email.net
    csc	reported	2026-11	parked	CSC		survey of 2026, MX tables of 2020 and 2021, provider lists				cscdns.net
    smx	documented	2026-11	inboundGateway outboundGateway	SMX (New Zealand)		vendor documents		smxemail.com
    mailinblack	documented	2026-11	inboundGateway outboundGateway	Mailinblack		vendor documents		mailinblack.com
    altospam	documented	2026-11	inboundGateway outboundGateway	Altospam		vendor documents		altospam.com
    cleanmail	documented	2026-11	inboundGateway outboundGateway	Cleanmail (Alinto)		vendor documents		cleanmail.ch cleanmail.eu
    staysecure	documented	2026-11	inboundGateway outboundGateway	StaySecure		vendor documents		staysecuregroup.com staysecuregroup.net
    d-fence	documented	2026-11	inboundGateway outboundGateway	D-Fence		vendor documents		d-fence.eu
    comendo	documented	2026-11	inboundGateway	Comendo		vendor documents				comendosystems.com
    retarus	documented	2026-11	inboundGateway outboundGateway	Retarus		vendor documents		retarus.com
    zerospam	documented	2026-11	inboundGateway	Zerospam		vendor documents				zerospam.ca
    mailprotector	documented	2026-11	inboundGateway	Mailprotector		vendor documents				emailservice.io
    topsec	documented	2026-11	inboundGateway	Topsec		vendor documents				topsec.com
    synaq	documented	2026-11	inboundGateway outboundGateway	SYNAQ		vendor documents		synaq.com
    abraxas	likely	2026-11	inboundGateway outboundGateway	Abraxas		the names themselves		abxsec.com
    dataport	likely	2026-11	inboundGateway	Dataport		the names themselves		dataport.de
    akdb	likely	2026-11	inboundGateway	AKDB		the names themselves		akdb.de
    krz	likely	2026-11	inboundGateway	krz Minden-Ravensberg/Lippe		the names themselves		krz.de
    regio-it	likely	2026-11	inboundGateway	regio iT		the names themselves		regioit.de
    itk-rheinland	likely	2026-11	inboundGateway	ITK Rheinland		the names themselves		itk-rheinland.de
    kdvz-frechen	likely	2026-11	inboundGateway	KDVZ Rhein-Erft-Rur		the names themselves		kdvz-frechen.de
    civitec	likely	2026-11	inboundGateway	civitec		the names themselves		civitec.de
    lecos	likely	2026-11	inboundGateway	Lecos		the names themselves		lecos.de
    itdz-berlin	likely	2026-11	inboundGateway	ITDZ Berlin		the names themselves		itdz-berlin.de
    bund	likely	2026-11	inboundGateway	German federal administration		the names themselves		bund.de
    citeq	likely	2026-11	inboundGateway	citeq		the names themselves		citeq.de
    komm-one	likely	2026-11	inboundGateway	Komm.ONE		the names themselves		komm.one
    animsa	likely	2026-11	inboundGateway	ANIMSA (Navarra)		the names themselves		animsa.es
    syzefxis	likely	2026-11	inboundGateway	SYZEFXIS (Greece)		the names themselves		syzefxis.gov.gr
    mailgothai	likely	2026-11	inboundGateway	MailGoThai (Thailand)		the names themselves		mailgothai.go.th
    nic-in	likely	2026-11	inboundGateway	National Informatics Centre (India)		the names themselves		nic.in
    imio	likely	2026-11	inboundGateway	iMio (Wallonia)		the names themselves		imio.be
    kufgem	likely	2026-11	inboundGateway	Kufgem (Tyrol)		the names themselves		kufgem.at
    mgovcloud	documented	2026-11	mailbox	Government mail of India (Zoho)		vendor documents		mgovcloud.in
    korea-kr	likely	2026-11	mailbox	Korea.kr government mail		the names themselves		korea.kr
    infomaniak	documented	2026-11	mailbox webHost	Infomaniak		vendor documents		infomaniak.ch infomaniak.com ikmail.com
    cyon	documented	2026-11	mailbox webHost	cyon		vendor documents		cyon.net cyon.ch
    metanet	documented	2026-11	mailbox webHost	METANET		vendor documents		metanet.ch
    green-ch	documented	2026-11	mailbox webHost	green.ch		vendor documents		green.ch
    netcup	documented	2026-11	mailbox webHost	netcup		vendor documents		netcup.net
    host-europe	documented	2026-11	mailbox webHost	Host Europe		vendor documents		hosteurope.de
    goneo	documented	2026-11	mailbox webHost	goneo		vendor documents		goneo.de
    alfahosting	documented	2026-11	mailbox webHost	Alfahosting		vendor documents		alfahosting-server.de
    webgo	documented	2026-11	mailbox webHost	webgo		vendor documents		webgo24.de goserver.host
    checkdomain	documented	2026-11	mailbox webHost	checkdomain		vendor documents		checkdomain.de
    manitu	documented	2026-11	mailbox webHost	manitu		vendor documents		manitu.net
    variomedia	documented	2026-11	mailbox webHost	variomedia		vendor documents		variomedia.de
    artfiles	documented	2026-11	mailbox webHost	Artfiles		vendor documents		artfiles.de
    uberspace	documented	2026-11	mailbox webHost	Uberspace		vendor documents		uberspace.de
    easyname	documented	2026-11	mailbox webHost	easyname		vendor documents		easyname.com easyname.eu
    antagonist	documented	2026-11	mailbox webHost	Antagonist		vendor documents		antagonist.nl
    arsys-piensa	documented	2026-11	mailbox webHost	Piensa Solutions		vendor documents		piensasolutions.com
    dinahosting	documented	2026-11	mailbox webHost	dinahosting		vendor documents		dinaserver.com dinahosting.com
    cdmon	documented	2026-11	mailbox webHost	cdmon		vendor documents		cdmon.com
    securemail-pro	documented	2026-11	mailbox webHost	Register Group (securemail.pro)		vendor documents		securemail.pro
    nuxit	documented	2026-11	mailbox webHost	Nuxit		vendor documents		nuxit.net nuxit.com
    lws	documented	2026-11	mailbox webHost	LWS		vendor documents		lwspanel.com lws-hosting.com
    o2switch	documented	2026-11	mailbox webHost	o2switch		vendor documents		o2switch.net
    alwaysdata	documented	2026-11	mailbox webHost	alwaysdata		vendor documents		alwaysdata.com
    planethoster	documented	2026-11	mailbox webHost	PlanetHoster		vendor documents		n0c.com planethoster.net
    fasthosts	documented	2026-11	mailbox webHost	Fasthosts		vendor documents		fasthosts.co.uk livemail.co.uk
    heart-internet	documented	2026-11	mailbox webHost	Heart Internet		vendor documents		extendcp.co.uk
    names-co-uk	documented	2026-11	mailbox webHost	names.co.uk		vendor documents		names.co.uk
    blacknight	documented	2026-11	mailbox webHost	Blacknight		vendor documents		blacknight.com
    binero	documented	2026-11	mailbox webHost	Binero		vendor documents		binero.se
    zoner-fi	documented	2026-11	mailbox webHost	Zoner (Finland)		vendor documents		zoner.fi
    kinghost	documented	2026-11	mailbox webHost	KingHost		vendor documents		kinghost.net kinghost.com.br
    uol-host	documented	2026-11	mailbox webHost	UOL Host		vendor documents		uhserver.com
    umbler	documented	2026-11	mailbox webHost	Umbler		vendor documents		umbler.com
    skymail	documented	2026-11	mailbox webHost	Skymail		vendor documents		skymail.net.br skymail.com.br
    nazwa	documented	2026-11	mailbox webHost	nazwa.pl		vendor documents		nazwa.pl
    kei	documented	2026-11	mailbox webHost	Kei.pl		vendor documents		kei.pl
    az-pl	documented	2026-11	mailbox webHost	AZ.pl		vendor documents		az.pl
    forpsi	documented	2026-11	mailbox webHost	Forpsi		vendor documents		forpsi.com
    wedos	documented	2026-11	mailbox webHost	WEDOS		vendor documents		wedos.net
    active24	documented	2026-11	mailbox webHost	Active 24		vendor documents		active24.cz
    websupport	documented	2026-11	mailbox webHost	Websupport		vendor documents		websupport.sk
    rackhost	documented	2026-11	mailbox webHost	Rackhost		vendor documents		rackhost.hu
    zone-ee	documented	2026-11	mailbox webHost	Zone.eu		vendor documents		zone.eu zone.ee
    veebimajutus	documented	2026-11	mailbox webHost	Veebimajutus		vendor documents		veebimajutus.ee
    iv-lt	documented	2026-11	mailbox webHost	Interneto vizija		vendor documents		serveriai.lt
    superhosting-bg	documented	2026-11	mailbox webHost	SuperHosting.BG		vendor documents		superhosting.bg
    xneelo	documented	2026-11	mailbox webHost	xneelo		vendor documents		xneelo.co.za host-h.net
    natro	documented	2026-11	mailbox webHost	Natro		vendor documents		natrohost.com
    inmotion	documented	2026-11	mailbox webHost	InMotion Hosting		vendor documents		inmotionhosting.com
    a2-hosting	documented	2026-11	mailbox webHost	A2 Hosting		vendor documents		a2hosting.com
    pair	documented	2026-11	mailbox webHost	pair Networks		vendor documents		pair.com
    mailhostbox	documented	2026-11	mailbox webHost	ResellerClub (mailhostbox.com)		vendor documents		mailhostbox.com
    emailarray	documented	2026-11	mailbox webHost	PolarisMail (emailarray.com)		vendor documents		emailarray.com
    kpn	documented	2026-11	mailbox	KPN		vendor documents				kpnmail.nl
    seznam	documented	2026-11	mailbox	Seznam.cz		vendor documents		seznam.cz
    posteo	documented	2026-11	mailbox	Posteo		vendor documents		posteo.de
    t-online	documented	2026-11	mailbox	Telekom (t-online.de)		vendor documents				t-online.de
    orange-fr	documented	2026-11	mailbox	Orange (France)		vendor documents				orange.fr wanadoo.fr
    naver	documented	2026-11	mailbox	NAVER		vendor documents				naver.com
    daum	documented	2026-11	mailbox	Daum (Kakao)		vendor documents				hanmail.net
    hiworks	documented	2026-11	mailbox	Hiworks		vendor documents		hiworks.co.kr
    mailplug	documented	2026-11	mailbox	Mailplug		vendor documents		mailplug.co.kr mailplug.com
    netease-263	documented	2026-11	mailbox	263		vendor documents		263.net 263xmail.com
    mailcloud-tw	documented	2026-11	mailbox	Openfind MailCloud		vendor documents		mailcloud.com.tw
    rediffmail-pro	documented	2026-11	mailbox	Rediffmail Pro		vendor documents		rediffmailpro.com
    migadu	documented	2026-11	mailbox	Migadu		vendor documents		migadu.com
    purelymail	documented	2026-11	mailbox	Purelymail		vendor documents		purelymail.com
    runbox	documented	2026-11	mailbox	Runbox		vendor documents		runbox.com
    pobox	documented	2026-11	mailbox	Pobox		vendor documents		pobox.com
    bluewin	documented	2026-11	mailbox	Swisscom (bluewin.ch)		vendor documents				bluewin.ch
    simplelogin	documented	2026-11	forwarder	SimpleLogin		vendor documents				simplelogin.co		simplelogin.co
    addy	documented	2026-11	forwarder	addy.io		vendor documents				anonaddy.me addy.io
    forwardmx	documented	2026-11	forwarder	ForwardMX		vendor documents				forwardmx.io
    ablenet	reported	2026-11	mailbox webHost	ABLENET		provider lists		ablenet.jp
    iclusta	reported	2026-11	mailbox webHost	GMO Cloud iCLUSTA	GMOクラウド iCLUSTA	provider lists		iclusta.jp iclusta.com
    maido3	reported	2026-11	mailbox webHost	Maido3	まいど3.com	provider lists		maido3.com maido3.cc
    joes	reported	2026-11	mailbox webHost	Joe's Web Hosting	JOE'Sウェブホスティング	provider lists		joeswebhosting.net
    infosphere	reported	2026-11	mailbox	NTTPC InfoSphere	NTTPCコミュニケーションズ InfoSphere	provider lists				sphere.ne.jp
    hi-ho	reported	2026-11	mailbox	hi-ho		provider lists				hi-ho.ne.jp
    iij4u	reported	2026-11	mailbox	IIJ4U		provider lists				iij4u.or.jp
    jcom	reported	2026-11	mailbox	J:COM		provider lists				home.ne.jp
    itscom	reported	2026-11	mailbox	iTSCOM	イッツコム	provider lists				itscom.net
    wakwak	reported	2026-11	mailbox	WAKWAK		provider lists				wakwak.com wakwak.ne.jp
    docomo	reported	2026-11	mailbox	NTT DOCOMO	NTTドコモ	provider lists				docomo.ne.jp
    softbank-mobile	reported	2026-11	mailbox	SoftBank	ソフトバンク	provider lists				softbank.ne.jp i.softbank.jp
    bekkoame	reported	2026-11	mailbox	Bekkoame	ベッコアメ	provider lists				bekkoame.ne.jp
    gol	reported	2026-11	mailbox	Global OnLine	グローバルオンライン	provider lists				gol.com
    govdelivery	documented	2026-11	sender	Granicus govDelivery		vendor documents						govdelivery.com
    civicplus	documented	2026-11	sender	CivicPlus		vendor documents						civicplus.com
    everbridge	documented	2026-11	sender	Everbridge		vendor documents						everbridge.net
    atlassian	documented	2026-11	sender	Atlassian		vendor documents						_spf.atlassian.net
    keap	documented	2026-11	sender	Keap (Infusionsoft)		vendor documents						infusionmail.com
    aweber	documented	2026-11	sender	AWeber		vendor documents						send.aweber.com
    getresponse	documented	2026-11	sender	GetResponse		vendor documents						getresponse.com
    unisender	documented	2026-11	sender	UniSender		vendor documents						unisender.com
    turbosmtp	documented	2026-11	sender	turboSMTP		vendor documents						turbo-smtp.com
    cvent	documented	2026-11	sender	Cvent		vendor documents						cvent-planner.com
    icontact	documented	2026-11	sender	iContact		vendor documents						icontact.com
    visma	documented	2026-11	sender	Visma		vendor documents						visma.com
    sharepoint	documented	2026-11	sender	Microsoft SharePoint Online		vendor documents						sharepointonline.com
    ultipro	documented	2026-11	sender	UKG (UltiPro)		vendor documents						ultipro.com
    """#
}
